import { failure } from '../../domain/contract/errors.ts';
import { errorOf, type Report } from '../ipc/console-error.ts';
import type { ByteSource } from '../ipc/lines.ts';
import { defaultDataFolder } from '../store/data-folder.ts';
import { type CliArguments, parseCliArguments } from './arguments.ts';
import { EXIT, type ExitCode, exitCodeOf, type Output } from './output.ts';
import { openSession } from './session.ts';
import type { Session } from './session-port.ts';
import type { Verb } from './verb.ts';
import { verbs } from './verbs/all-verbs.ts';

export interface CliOptions {
  readonly argv: readonly string[];
  readonly input: ByteSource;
  readonly output: Output;
  readonly productVersion: string;
  readonly report: Report;
  /** See `VerbContext`. */
  readonly interruption: () => AbortSignal;
  /** See `SessionOptions`. */
  readonly patienceMs?: number;
  readonly silenceMs?: number;
}

function overview(): string[] {
  const rows = [...verbs.values()].map(({ usage, summary }) => `  ${usage}\n      ${summary}`);
  return [
    'npm run -s cli -- VERB',
    '',
    ...rows,
    '',
    'Without --data the usual data folder is taken. A console that is open on the folder is reached over its socket.',
    'Exit code: 0 done, 1 refused or failed, 2 wrong use, 3 the data folder is held by something that does not answer.',
  ];
}

function helpOf(verb: Verb): string[] {
  return [`npm run -s cli -- ${verb.usage}`, '', `${verb.summary}.`, ...verb.help];
}

function checkPositionals(verb: Verb, given: number): void {
  const { least, most } =
    typeof verb.positionals === 'number'
      ? { least: verb.positionals, most: verb.positionals }
      : verb.positionals;
  if (given >= least && given <= most) return;
  throw failure('wrong-use', 'arguments-invalid', `Use it like this: ${verb.usage}`);
}

const OPTIONS = [
  ['--data', 'data'],
  ['--command-id', 'commandId'],
  ['--expected-version', 'expectedVersion'],
  ['--mapping', 'mapping'],
  ['--dry-run', 'dryRun'],
  ['--suggest', 'suggest'],
  ['--duplicates', 'duplicates'],
  ['--refused', 'refused'],
  ['--resume', 'resume'],
  ['--nats', 'nats'],
  ['--creds', 'creds'],
  ['--ca', 'ca'],
  ['--user', 'user'],
  ['--password-file', 'passwordFile'],
  ['--token-file', 'tokenFile'],
  ['--nkey-file', 'nkeyFile'],
  ['--connection', 'connection'],
  ['--begin', 'begin'],
  ['--join', 'join'],
  ['--fill', 'fill'],
  ['--reason', 'reason'],
] as const;

/** A verb takes what its usage says. What it would pass over in silence was meant to do something. */
function checkOptions({ usage }: Verb, parsed: CliArguments): void {
  const useless = OPTIONS.find(([option, name]) => parsed[name] !== null && !usage.includes(option));
  if (useless === undefined) return;
  const message = `${String(parsed.verb)} has no use for ${useless[0]}. Use it like this: ${usage}`;
  throw failure('wrong-use', 'arguments-invalid', message);
}

function verbOf(name: string): Verb {
  const verb = verbs.get(name);
  if (verb !== undefined) return verb;
  const names = [...verbs.keys()].join(', ');
  throw failure(
    'wrong-use',
    'verb-unknown',
    `There is no verb ${JSON.stringify(name)}. There are: ${names}.`,
  );
}

async function runVerb(verb: Verb, parsed: CliArguments, options: CliOptions): Promise<ExitCode> {
  const { input, output, productVersion, report, interruption, patienceMs, silenceMs } = options;
  const dataFolder = parsed.data ?? defaultDataFolder();
  const { needsLog: wanted = false } = verb;
  const needsLog = typeof wanted === 'function' ? wanted(parsed) : wanted;
  let opened: Session | null = null;
  const session = async (): Promise<Session> => {
    opened ??= await openSession({
      dataFolder,
      productVersion,
      report,
      needsLog,
      ...(patienceMs && { patienceMs }),
      ...(silenceMs && { silenceMs }),
    });
    return opened;
  };
  try {
    return await verb.run({ arguments: parsed, dataFolder, input, output, report, session, interruption });
  } finally {
    await (opened as Session | null)?.close();
  }
}

async function run(options: CliOptions): Promise<ExitCode> {
  const parsed = parseCliArguments(options.argv);
  if (parsed.verb === null) {
    for (const line of overview()) options.output.words(line);
    return parsed.help ? EXIT.done : EXIT.wrongUse;
  }
  const verb = verbOf(parsed.verb);
  if (parsed.help) {
    for (const line of helpOf(verb)) options.output.words(line);
    return EXIT.done;
  }
  checkPositionals(verb, parsed.positionals.length);
  checkOptions(verb, parsed);
  return runVerb(verb, parsed, options);
}

/** A reader that has had enough is no failure, output that got lost is. */
function withOutputLost(code: ExitCode, output: Output): ExitCode {
  const why = output.closed();
  if (why === null || why === 'EPIPE') return code;
  output.words(`Standard output could not be written to its end (${why}).`);
  return code === EXIT.done ? EXIT.refused : code;
}

/** Runs one verb and answers its exit code. Never throws: what went wrong is an error in JSON and in words. */
export async function runCli(options: CliOptions): Promise<ExitCode> {
  try {
    return withOutputLost(await run(options), options.output);
  } catch (thrown) {
    const error = errorOf(thrown, (unforeseen) => options.report('cli', unforeseen));
    await options.output.json({ error });
    options.output.words(error.message);
    return exitCodeOf(error);
  }
}
