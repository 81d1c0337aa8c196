import { type JetStreamManager, type NatsConnection, NatsError } from 'nats.ws';
import {
  type ConnectionTest,
  type TestFinding,
  type TestStep,
  worstOf,
} from '../../../domain/contract/connection-test.ts';
import { ConsoleFailure, failure } from '../../../domain/contract/errors.ts';
import { connectNats, type NatsTarget } from './connect.ts';
import { INSTALLATION_BUCKET, INSTALLATION_KEY, LOG_STREAM } from './names.ts';
import { deniedBy, deniedSubjects } from './permissions.ts';

export interface ConnectionTestOptions {
  readonly target: NatsTarget;
  /** Of the data folder. */
  readonly installation: string | null;
  readonly signal: AbortSignal;
}

const LIMIT_MS = 20_000;
const NOT_FOUND = 404;

const good = (step: TestStep, words: string): TestFinding => ({ step, outcome: 'good', code: null, words });
const bad = (step: TestStep, code: string, words: string): TestFinding => ({
  step,
  outcome: 'bad',
  code,
  words,
});
const attention = (step: TestStep, code: string, words: string): TestFinding => ({
  step,
  outcome: 'attention',
  code,
  words,
});

/** What was right before it went wrong. */
function beforeFailure(server: string, code: string): TestFinding[] {
  const address = good('address', `${server} answers`);
  const encryption = good('encryption', 'Its certificate is trusted');
  if (code === 'link-certificate') return [address];
  if (code !== 'link-refused') return [];
  return server.startsWith('wss://') ? [address, encryption] : [address];
}

const STEP_OF: ReadonlyMap<string, TestStep> = new Map([
  ['link-certificate', 'encryption'],
  ['link-not-encrypted', 'encryption'],
  ['link-refused', 'sign-in'],
  ['credentials-unreadable', 'sign-in'],
]);

/** That it is tried again is true of the link, not of a test. */
function inTest(message: string): string {
  return message.replace(/ (?:Work goes on here; it|It) is tried again\.$/u, '');
}

function findingsOf(server: string, { error }: ConsoleFailure): TestFinding[] {
  const step = STEP_OF.get(error.code) ?? 'address';
  return [...beforeFailure(server, error.code), bad(step, error.code, inTest(error.message))];
}

function signedIn(server: string, { credentials }: NatsTarget): TestFinding[] {
  const how = credentials.kind === 'none' ? 'It asks for no credentials' : 'It accepts the credentials';
  return [
    good('address', `${server} answers`),
    ...(server.startsWith('wss://') ? [good('encryption', 'Its certificate is trusted')] : []),
    good('sign-in', how),
  ];
}

class Test {
  readonly findings: TestFinding[] = [];
  readonly #options: ConnectionTestOptions;
  #connection: NatsConnection | null = null;
  #isOver = false;

  constructor(options: ConnectionTestOptions) {
    this.#options = options;
  }

  async run(): Promise<void> {
    const connection = await this.#reach();
    if (connection === null) return;
    const manager = await this.#jetstream(connection);
    if (manager === null) return;
    const hasLog = await this.#log(manager);
    const hasInstallation = await this.#installation(connection, manager);
    await this.#permissions(connection, !hasLog || !hasInstallation);
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#connection?.close();
  }

  /** Each server by itself: one that does not answer is found out before it is needed. */
  async #reach(): Promise<NatsConnection | null> {
    const { target } = this.#options;
    for (const server of target.servers) {
      try {
        await this.#connect(server);
        this.findings.push(...signedIn(server, target));
      } catch (error) {
        if (!(error instanceof ConsoleFailure)) throw error;
        this.findings.push(...findingsOf(server, error));
      }
    }
    return this.#connection;
  }

  async #connect(server: string): Promise<void> {
    const connection = await connectNats({ ...this.#options.target, servers: [server] });
    if (this.#isOver || this.#connection !== null) await connection.close();
    else this.#connection = connection;
  }

  /** What is denied is told together with all else that is: here it only keeps from looking further. */
  #failed(step: TestStep, code: string, error: unknown, words: string): void {
    const subject = deniedBy(error);
    const why = error instanceof Error ? error.message : String(error);
    if (subject === null) this.findings.push(bad(step, code, `${words} (${why})`));
    else this.findings.push(bad(step, 'link-forbidden', `This user may not ${subject}`));
  }

  async #jetstream(connection: NatsConnection): Promise<JetStreamManager | null> {
    try {
      const manager = await connection.jetstreamManager();
      this.findings.push(good('jetstream', 'JetStream is there'));
      return manager;
    } catch (error) {
      this.#failed(
        'jetstream',
        'link-no-jetstream',
        error,
        'JetStream does not answer: it has to be switched on for this account',
      );
      return null;
    }
  }

  /** False where a console has to make it. */
  async #log(manager: JetStreamManager): Promise<boolean> {
    try {
      const { state } = await manager.streams.info(LOG_STREAM);
      this.findings.push(good('log', `The log is there; messages in it: ${state.messages}`));
      return true;
    } catch (error) {
      if (!isMissing(error)) this.#failed('log', 'link-failed', error, 'The log cannot be looked at');
      else
        this.findings.push(
          attention(
            'log',
            'log-missing',
            `There is no log yet: the stream ${LOG_STREAM} is made when an installation begins`,
          ),
        );
      return !isMissing(error);
    }
  }

  async #installation(connection: NatsConnection, manager: JetStreamManager): Promise<boolean> {
    try {
      await manager.streams.info(`KV_${INSTALLATION_BUCKET}`);
      const bucket = await connection.jetstream().views.kv(INSTALLATION_BUCKET, { bindOnly: true });
      const theirs = (await bucket.get(INSTALLATION_KEY))?.string() ?? null;
      this.findings.push(compared(this.#options.installation, theirs));
      return true;
    } catch (error) {
      if (!isMissing(error))
        this.#failed('installation', 'link-failed', error, 'Whose server it is cannot be read');
      else this.findings.push(compared(this.#options.installation, null));
      return !isMissing(error);
    }
  }

  async #permissions(connection: NatsConnection, begins: boolean): Promise<void> {
    const denied = await deniedSubjects(connection, begins);
    for (const each of denied) {
      const words = `This user may not ${each}`;
      if (!this.findings.some((finding) => finding.words === words))
        this.findings.push(bad('permissions', 'link-forbidden', words));
    }
    if (denied.length === 0)
      this.findings.push(good('permissions', 'Everything that a console needs is allowed'));
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof NatsError && error.api_error?.code === NOT_FOUND;
}

function compared(ours: string | null, theirs: string | null): TestFinding {
  if (theirs === null)
    return attention('installation', 'installation-begin', 'No installation has begun on this server');
  if (ours === null)
    return good('installation', `Installation ${theirs}; this data folder belongs to none yet`);
  if (ours === theirs) return good('installation', 'It is the installation of this data folder');
  const words = `It belongs to another installation (${theirs}) than this data folder (${ours})`;
  return bad('installation', 'installation-other', words);
}

/** Settles when it is cancelled or takes too long. */
function ended(signal: AbortSignal): { readonly over: Promise<never>; readonly clear: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    const stop = (code: string, words: string) => (): void => reject(failure('rejected', code, words));
    timer = setTimeout(
      stop(
        'test-too-long',
        `The test was ended after ${LIMIT_MS / 1000} seconds: the server is too slow to tell.`,
      ),
      LIMIT_MS,
    );
    signal.addEventListener('abort', stop('test-cancelled', 'The test was cancelled.'), { once: true });
  });
  return { over, clear: () => clearTimeout(timer) };
}

/**
 * Tries a way in on a connection of its own, and says step by step what is right and what is wrong. Nothing is changed on the
 * server. Rejects with `test-cancelled` or `test-too-long`.
 */
export async function testConnection(options: ConnectionTestOptions): Promise<ConnectionTest> {
  const test = new Test(options);
  const { over, clear } = ended(options.signal);
  try {
    await Promise.race([over, test.run()]);
    return { outcome: worstOf(test.findings), findings: test.findings };
  } finally {
    clear();
    await test.end();
  }
}
