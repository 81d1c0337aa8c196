import { failure } from '../../domain/contract/errors.ts';
import { type ByteSource, type Line, readLines, readWhole } from '../ipc/lines.ts';

const MAX_INPUT = 64 * 1024 * 1024;

export function textOf(line: Line, what: string): string {
  if (line.ok) return line.text;
  if (line.fault === 'too-long') {
    const message = `${what} is larger than 64 MiB. Send it in smaller parts.`;
    throw failure('wrong-use', 'input-too-large', message);
  }
  throw failure('wrong-use', 'input-not-utf8', `${what} is not UTF-8. Save it as UTF-8 and send it again.`);
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
  return text === '' ? {} : parseJson(text, inputNotJson);
}

function inputNotJson(why: string): Error {
  return failure('wrong-use', 'input-not-json', `The input is not JSON (${why}). Mend it and send it again.`);
}

/** Throws what `refuse` makes of what the parser said. */
export function parseJson(text: string, refuse: (why: string) => Error): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuse((error as Error).message);
  }
}
