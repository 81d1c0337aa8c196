import type { PageOrigin } from '../ipc/validate-sender.ts';
import { appOrigin, appUrl } from './app-protocol.ts';

/** Where the window's page comes from. `server` is set while developing only. */
export interface PageSource {
  readonly url: string;
  readonly origin: PageOrigin;
  readonly server: URL | null;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The shipped page; or the development server's, where this is no packaged console and the address is this
 * machine's: an environment variable must not be able to put a stranger's page into the window.
 */
export function pageSource(packaged: boolean, serverUrl: string | undefined): PageSource {
  const shipped: PageSource = { url: appUrl, origin: appOrigin, server: null };
  if (packaged || serverUrl === undefined || !URL.canParse(serverUrl)) return shipped;
  const server = new URL(serverUrl);
  if (server.protocol !== 'http:' || !loopback.has(server.hostname)) return shipped;
  return { url: server.href, origin: { protocol: server.protocol, host: server.host }, server };
}

/** The only addresses that the page may load from. Everything else has no business in an offline console. */
export function mayLoad(url: string, source: PageSource): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  if (protocol === 'devtools:') return true;
  return source.server === null ? isShipped(protocol, host) : isDeveloped(protocol, host, source.server);
}

function isShipped(protocol: string, host: string): boolean {
  return protocol === appOrigin.protocol && host === appOrigin.host;
}

function isDeveloped(protocol: string, host: string, server: URL): boolean {
  if (protocol === 'data:') return true;
  return (protocol === 'http:' || protocol === 'ws:') && host === server.host;
}
