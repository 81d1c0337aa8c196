import {
  connect,
  credsAuthenticator,
  type ConnectionOptions,
  ErrorCode,
  NatsError,
  type NatsConnection,
  nkeyAuthenticator,
} from 'nats.ws';
import WebSocket from 'ws';
import { type ConsoleFailure, failure } from '../../../domain/contract/errors.ts';

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

function authentication(credentials: NatsCredentials): Partial<ConnectionOptions> {
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
      return { authenticator: credsAuthenticator(bytes(credentials.creds)) };
  }
}

/** The library's own socket knows neither a private authority nor why it could not be opened. */
function openSocket(ca: string | null, onFailed: (error: Error) => void) {
  return async (url: string) => {
    const socket = new WebSocket(url, { handshakeTimeout: CONNECT_MS, ...(ca === null ? {} : { ca }) });
    socket.on('error', onFailed);
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

const REFUSED: ReadonlySet<string> = new Set([
  ErrorCode.AuthorizationViolation,
  ErrorCode.AuthenticationExpired,
]);
const UNREADABLE: ReadonlySet<string> = new Set([ErrorCode.BadCreds, ErrorCode.BadAuthentication]);

function inWords(error: unknown, socketError: Error | null, servers: readonly string[]): ConsoleFailure {
  const where = servers.join(', ');
  const code = error instanceof NatsError ? error.code : '';
  const why = socketError?.message ?? (error instanceof Error ? error.message : String(error));
  if (REFUSED.has(code)) {
    const message = `${where} does not accept these credentials. Check user, password, token or credentials file.`;
    return failure('rejected', 'link-refused', message, { servers });
  }
  if (UNREADABLE.has(code)) {
    return failure(
      'wrong-use',
      'credentials-unreadable',
      'The credentials cannot be read. Choose the file again.',
    );
  }
  if (/certificate|self.signed|altname|tls|ssl/iu.test(why)) {
    const message = `The certificate of ${where} is not trusted (${why}). Give the authority that has signed it.`;
    return failure('rejected', 'link-certificate', message, { servers });
  }
  const message = `${where} cannot be reached (${why}). Work goes on here; it is tried again.`;
  return failure('retryable', 'link-unreachable', message, { servers });
}

/** Rejects with `link-unreachable`, `link-refused`, `link-certificate`, `link-not-encrypted` or `credentials-unreadable`. */
export async function connectNats(target: NatsTarget): Promise<NatsConnection> {
  refuseOpenText(target.servers);
  let socketError: Error | null = null;
  const options = {
    servers: [...target.servers],
    name: target.name,
    reconnect: false,
    timeout: CONNECT_MS,
    pingInterval: PING_MS,
    maxPingOut: MAX_UNANSWERED,
    wsFactory: openSocket(target.ca, (error) => {
      socketError = error;
    }),
    ...authentication(target.credentials),
  };
  try {
    return await connect(options);
  } catch (error) {
    throw inWords(error, socketError, target.servers);
  }
}
