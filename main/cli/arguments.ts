import { parseArgs } from 'node:util';
import { failure } from '../../domain/contract/errors.ts';

export interface CliArguments {
  readonly verb: string | null;
  readonly positionals: readonly string[];
  readonly data: string | null;
  readonly commandId: string | null;
  readonly expectedVersion: number | null;
  readonly mapping: string | null;
  readonly dryRun: boolean | null;
  readonly suggest: boolean | null;
  readonly duplicates: string | null;
  readonly refused: string | null;
  readonly resume: string | null;
  readonly nats: string | null;
  readonly creds: string | null;
  readonly ca: string | null;
  readonly user: string | null;
  readonly passwordFile: string | null;
  readonly tokenFile: string | null;
  readonly nkeyFile: string | null;
  readonly connection: string | null;
  readonly begin: boolean | null;
  readonly join: boolean | null;
  readonly fill: boolean | null;
  readonly reason: string | null;
  readonly help: boolean;
}

function wholeNumber(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d+$/.test(text)) return Number(text);
  throw failure(
    'wrong-use',
    'arguments-invalid',
    `--expected-version takes a whole number, not ${JSON.stringify(text)}.`,
  );
}

/** An empty path would be the folder one stands in: mostly a variable that was not set. */
function folder(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (text.trim() !== '') return text;
  throw failure('wrong-use', 'arguments-invalid', '--data needs the path of a folder: --data DIR');
}

type Given = Partial<Record<string, string | boolean>>;

function text(value: string | boolean | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function importOptions(values: Given) {
  return {
    mapping: text(values['mapping']),
    dryRun: values['dry-run'] === true ? true : null,
    suggest: values['suggest'] === true ? true : null,
    duplicates: text(values['duplicates']),
    refused: text(values['refused']),
    resume: text(values['resume']),
  };
}

const flag = (value: string | boolean | undefined): boolean | null => (value === true ? true : null);

function linkOptions(values: Given) {
  return {
    nats: text(values['nats']),
    creds: text(values['creds']),
    ca: text(values['ca']),
    user: text(values['user']),
    passwordFile: text(values['password-file']),
    tokenFile: text(values['token-file']),
    nkeyFile: text(values['nkey-file']),
    connection: text(values['connection']),
    begin: flag(values['begin']),
    join: flag(values['join']),
    fill: flag(values['fill']),
    reason: text(values['reason']),
  };
}

const OPTIONS = {
  data: { type: 'string' },
  'command-id': { type: 'string' },
  'expected-version': { type: 'string' },
  mapping: { type: 'string' },
  'dry-run': { type: 'boolean' },
  suggest: { type: 'boolean' },
  duplicates: { type: 'string' },
  refused: { type: 'string' },
  resume: { type: 'string' },
  nats: { type: 'string' },
  creds: { type: 'string' },
  ca: { type: 'string' },
  user: { type: 'string' },
  'password-file': { type: 'string' },
  'token-file': { type: 'string' },
  'nkey-file': { type: 'string' },
  connection: { type: 'string' },
  begin: { type: 'boolean' },
  join: { type: 'boolean' },
  fill: { type: 'boolean' },
  reason: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Throws `arguments-invalid`. */
export function parseCliArguments(argv: readonly string[]): CliArguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: OPTIONS,
    });
    const [verb, ...rest] = positionals;
    return {
      verb: verb ?? null,
      positionals: rest,
      data: folder(values.data),
      commandId: values['command-id'] ?? null,
      expectedVersion: wholeNumber(values['expected-version']),
      ...importOptions(values),
      ...linkOptions(values),
      help: values.help === true,
    };
  } catch (error) {
    if (error instanceof Error && 'error' in error) throw error;
    throw failure('wrong-use', 'arguments-invalid', (error as Error).message);
  }
}
