import { failure } from '../../domain/contract/errors.ts';
import { type ByteSource, type Line, readLines, readWhole } from '../ipc/lines.ts';

const MAX_INPUT = 64 * 1024 * 1024;

const FAULTS = {
  'too-long': {
    kind: 'wrong-use',
    code: 'input-too-large',
    message: 'is larger than 64 MiB. Send it in smaller parts.',
  },
  'not-utf8': {
    kind: 'wrong-use',
    code: 'input-not-utf8',
    message: 'is not UTF-8. Save it as UTF-8 and send it again.',
  },
} as const;

export function textOf(line: Line, what: string): string {
  if (line.ok) return line.text;
  const { kind, code, message } = FAULTS[line.fault];
  throw failure(kind, code, `${what} ${message}`);
}

/** The lines of standard input as they come, until it ends or `stop` is aborted. */
export function inputLines(input: ByteSource, stop: AbortSignal): AsyncGenerator<Line> {
  return readLines(input, { maxBytes: MAX_INPUT, signal: stop });
}

async function readText(input: ByteSource, stop: AbortSignal): Promise<string> {
  const whole = await readWhole(input, { maxBytes: MAX_INPUT, signal: stop });
  if (whole !== null) return textOf(whole, 'The input').trim();
  throw failure(
    'retryable',
    'interrupted',
    'Stopped before the input was read to its end. Nothing was changed.',
  );
}

/**
 * Reads standard input to its end as one JSON value; nothing at all counts as `{}`. Throws `input-not-json`,
 * `input-not-utf8`, `input-too-large`, `interrupted`.
 */
export async function readJson(input: ByteSource, stop: AbortSignal): Promise<unknown> {
  const text = await readText(input, stop);
  return text === '' ? {} : parseJson(text, 'input-not-json', 'The input is not JSON');
}

export function parseJson(text: string, code: string, message: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw failure('wrong-use', code, `${message} (${(error as Error).message}).`);
  }
}
