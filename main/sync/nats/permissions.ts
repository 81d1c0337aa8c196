import { setImmediate as settled } from 'node:timers/promises';
import { ErrorCode, headers, type NatsConnection, NatsError } from 'nats.ws';
import { LOG_SUBJECTS } from '../../../domain/sync/commit-message.ts';
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

/** Subjects that end in names of ours or of the server's: they are granted as a whole. */
const AS_A_WHOLE = [LOG_SUBJECTS, '_INBOX.>', '$JS.FC.>'] as const;

/** The subject as an administrator writes it into the permissions. */
function asGranted(subject: string): string {
  const whole = AS_A_WHOLE.find((granted) => subject.startsWith(granted.slice(0, -1)));
  return whole ?? subject.replace(`.${NO_STREAM}`, '.>');
}

/** As the server names what it denies. */
interface Denied {
  readonly operation: string;
  readonly subject: string;
}

function inWords({ operation, subject }: Denied): string {
  return `${operation === 'subscription' ? 'subscribe' : operation} ${asGranted(subject)}`;
}

/** What the server does not let us do: `publish person.log.>`; null where the error is of another kind. */
export function deniedBy(error: unknown): string | null {
  if (!(error instanceof NatsError) || error.code !== VIOLATION) return null;
  const { permissionContext: context } = error;
  return context === undefined ? error.message : inWords(context);
}

export interface Denial extends Denied {
  /** `publish person.log.>` */
  readonly words: string;
}

/** Tells what the server denies for as long as the connection is there: of what is only published nobody else hears it. */
export async function watchDenials(
  connection: NatsConnection,
  onDenied: (denial: Denial) => void,
): Promise<void> {
  for await (const { data, permissionContext: denied } of connection.status()) {
    if (data === VIOLATION && denied !== undefined) onDenied({ ...denied, words: inWords(denied) });
  }
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
