import { setImmediate as settled } from 'node:timers/promises';
import { ErrorCode, headers, type NatsConnection, NatsError } from 'nats.ws';
import { INSTALLATION_BUCKET, LOG_STREAM } from './names.ts';

const VIOLATION: string = ErrorCode.PermissionsViolation;
const ASK_MS = 3000;
/** Of a stream that nobody has: what is published with it is turned away before it is stored. */
const NO_STREAM = 'PERSON_CONSOLE_TEST';

const KV_STREAM = `KV_${INSTALLATION_BUCKET}`;
const API = '$JS.API';

/** Where something is written; it is asked for in a way that nothing comes of. */
const WRITTEN = [`person.log.${NO_STREAM}`, `$KV.${INSTALLATION_BUCKET}.${NO_STREAM}`] as const;

/** What each console asks; an empty question is answered with an error, which is an answer. */
const ASKED = [
  `${API}.STREAM.INFO.${LOG_STREAM}`,
  `${API}.STREAM.MSG.GET.${LOG_STREAM}`,
  `${API}.CONSUMER.CREATE.${LOG_STREAM}`,
  `${API}.STREAM.INFO.${KV_STREAM}`,
  `${API}.DIRECT.GET.${KV_STREAM}.$KV.${INSTALLATION_BUCKET}.${NO_STREAM}`,
  `$JS.FC.${NO_STREAM}`,
] as const;

/** What only the console asks that begins an installation. */
const TO_BEGIN = [`${API}.STREAM.CREATE.${LOG_STREAM}`, `${API}.STREAM.CREATE.${KV_STREAM}`] as const;

/** The subject as an administrator writes it into the permissions. */
function asGranted(subject: string): string {
  if (subject.startsWith('_INBOX.')) return '_INBOX.>';
  return subject.replace(`.${NO_STREAM}`, '.>');
}

/** What the server does not let us do: `publish person.log.>`; null where the error is of another kind. */
export function deniedBy(error: unknown): string | null {
  if (!(error instanceof NatsError) || error.code !== VIOLATION) return null;
  const { permissionContext: context } = error;
  if (context === undefined) return error.message;
  const operation = context.operation === 'subscription' ? 'subscribe' : context.operation;
  return `${operation} ${asGranted(context.subject)}`;
}

/** Settles by what the server says: whatever is no denial is an answer. */
async function denied(connection: NatsConnection, subject: string): Promise<string | null> {
  const isWritten = (WRITTEN as readonly string[]).includes(subject);
  const expecting = headers();
  expecting.set('Nats-Expected-Stream', NO_STREAM);
  try {
    await connection.request(subject, '', {
      timeout: ASK_MS,
      ...(isWritten ? { headers: expecting } : {}),
    });
    return null;
  } catch (error) {
    return deniedBy(error);
  }
}

/**
 * The subjects that the server does not let this connection use, as an administrator writes them. Nothing is changed by asking.
 * The server says what it denies before it answers the ping behind it; other answers need not be waited for.
 */
export async function deniedSubjects(
  connection: NatsConnection,
  begins: boolean,
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const subject of [...WRITTEN, ...ASKED, ...(begins ? TO_BEGIN : [])])
    void denied(connection, subject).then((each) => each !== null && found.add(each));
  await connection.flush();
  // What was heard with that answer is carried to whoever asked.
  await settled();
  return [...found].toSorted((a, b) => a.localeCompare(b));
}
