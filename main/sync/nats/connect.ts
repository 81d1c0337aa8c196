import {
  connect,
  credsAuthenticator,
  type ConnectionOptions,
  type NatsConnection,
  nkeyAuthenticator,
} from 'nats.ws';
import WebSocket from 'ws';
import { failure } from '../../../domain/contract/errors.ts';
import { connectFailure, credentialsUnreadable } from './connect-failures.ts';

export type NatsCredentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'user'; readonly user: string; readonly password: string }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'nkey'; readonly seed: string }
  /** The content of a creds file: a JWT and the seed of its key. */
  | { readonly kind: 'creds'; readonly creds: string };

export interface NatsTarget {
  /** `ws://` or `wss://` addresses, tried one after the other. */
  readonly servers: readonly string[];
  readonly credentials: NatsCredentials;
  /** PEM text of the authority that signs the servers' certificates, where no public one does. */
  readonly ca: string | null;
  readonly name: string;
}

/** So often a silent server is asked whether it is there; the second question that stays unanswered ends it. */
const PING_MS = 1500;
const MAX_UNANSWERED = 2;
const CONNECT_MS = 5000;
/** So long a connection has to be closed in order. */
const CLOSE_MS = 1000;

/** Each line of a credentials file ends with a line feed, the last one too: the library finds no key in it otherwise. */
function inLines(creds: string): string {
  return `${creds.replaceAll('\r\n', '\n').trim()}\n`;
}

function authenticating(credentials: NatsCredentials): Partial<ConnectionOptions> {
  const bytes = (text: string) => new TextEncoder().encode(text);
  switch (credentials.kind) {
    case 'none':
      return {};
    case 'user':
      return { user: credentials.user, pass: credentials.password };
    case 'token':
      return { token: credentials.token };
    case 'nkey':
      return { authenticator: nkeyAuthenticator(bytes(credentials.seed)) };
    case 'creds':
      return { authenticator: credsAuthenticator(bytes(inLines(credentials.creds))) };
  }
}

/** A key is looked at at once: the library would do it when the server asks, and say nothing of it. */
function authentication(credentials: NatsCredentials): Partial<ConnectionOptions> {
  try {
    const options = authenticating(credentials);
    for (const authenticator of [options.authenticator ?? []].flat()) authenticator('nonce');
    return options;
  } catch {
    throw credentialsUnreadable();
  }
}

interface SocketListener {
  readonly onMade: (socket: WebSocket) => void;
  readonly onFailed: (error: Error) => void;
  readonly onOpened: () => void;
}

interface SocketState {
  /** The latest: one is made for each address that is tried. */
  made: WebSocket | null;
  error: Error | null;
  opened: boolean;
}

/** The library's own socket knows neither a private authority nor why it could not be opened. */
function openSocket(ca: string | null, { onMade, onFailed, onOpened }: SocketListener) {
  return async (url: string) => {
    const socket = new WebSocket(url, { handshakeTimeout: CONNECT_MS, ...(ca === null ? {} : { ca }) });
    onMade(socket);
    socket.on('error', onFailed);
    socket.on('open', onOpened);
    return { socket, encrypted: url.startsWith('wss://') };
  };
}

const LOOPBACK = /^ws:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?\/?$/u;

function refuseOpenText(servers: readonly string[]): void {
  const open = servers.find((server) => !server.startsWith('wss://') && !LOOPBACK.test(server));
  if (open === undefined) return;
  const message = `${open} would send everything in plain text. Use wss://; ws:// is for servers on this machine.`;
  throw failure('wrong-use', 'link-not-encrypted', message, { server: open });
}

const sockets = new WeakMap<NatsConnection, WebSocket>();

/** The library waits until all was sent, and forever where nobody takes it. */
export async function closeNats(connection: NatsConnection): Promise<void> {
  const socket = sockets.get(connection);
  const limit = setTimeout(() => socket?.terminate(), CLOSE_MS);
  socket?.once('close', () => clearTimeout(limit));
  await connection.close();
}

/** Rejects with `link-unreachable`, `link-not-nats`, `link-refused`, `link-certificate`, `link-not-encrypted` or `credentials-unreadable`. */
export async function connectNats(target: NatsTarget): Promise<NatsConnection> {
  refuseOpenText(target.servers);
  const socket: SocketState = { made: null, error: null, opened: false };
  const options = {
    servers: [...target.servers],
    name: target.name,
    reconnect: false,
    timeout: CONNECT_MS,
    pingInterval: PING_MS,
    maxPingOut: MAX_UNANSWERED,
    wsFactory: openSocket(target.ca, {
      onMade: (latest) => {
        socket.made = latest;
      },
      onFailed: (error) => {
        socket.error = error;
      },
      onOpened: () => {
        socket.opened = true;
      },
    }),
    ...authentication(target.credentials),
  };
  try {
    const connection = await connect(options);
    if (socket.made !== null) sockets.set(connection, socket.made);
    return connection;
  } catch (error) {
    throw connectFailure(error, socket, target.servers);
  }
}
