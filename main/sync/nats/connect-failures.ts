import { ErrorCode, NatsError } from 'nats.ws';
import { type ConsoleFailure, failure } from '../../../domain/contract/errors.ts';

const REFUSED: ReadonlySet<string> = new Set([
  ErrorCode.AuthorizationViolation,
  ErrorCode.AuthenticationExpired,
  ErrorCode.AccountExpired,
]);
const TIMEOUT: string = ErrorCode.Timeout;
const UNREADABLE: ReadonlySet<string> = new Set([ErrorCode.BadCreds, ErrorCode.BadAuthentication]);

const CERTIFICATE = /certificate|self.signed|altname|\bCERT_|unable to verify/iu;
/** Trust in an authority helps neither one for another name nor one that is past its day. */
function certificateFailure(why: string, servers: readonly string[]): ConsoleFailure {
  const [where, details] = [servers.join(', '), { servers, why }];
  if (/altname/u.test(why)) {
    const message = `The certificate of ${where} is for another name (${why}). Use the address that it names, or have one issued for this address.`;
    return failure('rejected', 'link-certificate', message, details);
  }
  if (/expired|not yet valid/u.test(why)) {
    const message = `The certificate of ${where} is not valid today (${why}). Have it renewed, and check the clock of this computer.`;
    return failure('rejected', 'link-certificate', message, details);
  }
  const message = `The certificate of ${where} is not trusted (${why}). Give the authority that has signed it.`;
  return failure('rejected', 'link-certificate', message, details);
}

/** An HTTP server that does not know what we ask for, something that speaks no HTTP, or TLS to who has none. */
const OTHER_PROTOCOL =
  /unexpected server response: [234]|parse error|wrong version number|http2|invalid sec-websocket/iu;

const IN_WORDS: readonly (readonly [RegExp, string])[] = [
  [/ENOTFOUND|EAI_AGAIN/u, 'no computer of this name is known'],
  [/ECONNREFUSED/u, 'nothing listens at this port'],
  [/EHOSTUNREACH|ENETUNREACH/u, 'there is no way to it in the network'],
  [/ETIMEDOUT|timed out/u, 'it does not answer'],
  [/socket hang up|ECONNRESET/u, 'it hangs up'],
];

/** The socket's error in plain words; its own where there are none. */
function plainly(why: string): string {
  return IN_WORDS.find(([pattern]) => pattern.test(why))?.[1] ?? why;
}

/** `opened`: the websocket was there, whatever came then. */
export interface SocketState {
  readonly error: Error | null;
  readonly opened: boolean;
}

export function credentialsUnreadable(): ConsoleFailure {
  const message = 'The credentials cannot be read. Enter them again, or choose the file again.';
  return failure('wrong-use', 'credentials-unreadable', message);
}

function authenticationFailure(
  code: string,
  where: string,
  servers: readonly string[],
): ConsoleFailure | null {
  if (REFUSED.has(code)) {
    const message = `${where} does not accept these credentials. Check user, password, token or credentials file.`;
    return failure('rejected', 'link-refused', message, { servers });
  }
  return UNREADABLE.has(code) ? credentialsUnreadable() : null;
}

function socketFailure(why: string, isOther: boolean, servers: readonly string[]): ConsoleFailure {
  const where = servers.join(', ');
  if (CERTIFICATE.test(why)) return certificateFailure(why, servers);
  if (isOther || OTHER_PROTOCOL.test(why)) {
    const message = `${where} answers, but is no websocket of NATS (${why}). Check the port, and ws:// or wss://. It is tried again.`;
    return failure('retryable', 'link-not-nats', message, { servers, why });
  }
  const message = `${where} cannot be reached (${plainly(why)}). Work goes on here; it is tried again.`;
  return failure('retryable', 'link-unreachable', message, { servers, why: plainly(why) });
}

/** Why no connection came about, and what to do. */
export function connectFailure(
  error: unknown,
  socket: SocketState,
  servers: readonly string[],
): ConsoleFailure {
  const code = error instanceof NatsError ? error.code : '';
  const refused = authenticationFailure(code, servers.join(', '), servers);
  if (refused !== null) return refused;
  const why = socket.error?.message ?? (error instanceof Error ? error.message : String(error));
  return socketFailure(why, socket.opened && code === TIMEOUT, servers);
}
