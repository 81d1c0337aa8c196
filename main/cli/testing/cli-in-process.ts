import { PassThrough, Readable, Writable } from 'node:stream';
import type { ByteSource } from '../../ipc/lines.ts';
import { createOutput, type ExitCode, type Sink } from '../output.ts';
import { runCli } from '../run-cli.ts';

export interface CliRun {
  readonly code: ExitCode;
  /** Standard output: each line must be JSON. */
  readonly json: readonly unknown[];
  readonly words: string;
  /** What went wrong inside: nothing ever should. */
  readonly reported: readonly string[];
}

export interface CliRunOptions {
  readonly signal?: AbortSignal;
  /** Standard output closes after this many lines. */
  readonly readLines?: number;
  /** The error that it closes with. */
  readonly loss?: string;
  readonly onLine?: (line: string) => void;
  readonly patienceMs?: number;
  readonly silenceMs?: number;
}

function collector(options: CliRunOptions): { sink: Sink; text: () => string } {
  const { readLines = Number.POSITIVE_INFINITY, loss = 'EPIPE', onLine = () => undefined } = options;
  const chunks: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      if (chunks.length >= readLines) return done(Object.assign(new Error(loss), { code: loss }));
      chunks.push(chunk.toString());
      onLine(chunk.toString());
      done();
    },
  });
  return { sink: sink as unknown as Sink, text: () => chunks.join('') };
}

/** Standard input that a test writes to while the command line runs. */
export function liveInput(): PassThrough {
  return new PassThrough();
}

/** Runs the command line in this process, as `main/boot/cli.ts` does in one of its own. */
export async function runInProcess(
  argv: readonly string[],
  input: string | Buffer | ByteSource = '',
  options: CliRunOptions = {},
): Promise<CliRun> {
  const { signal = new AbortController().signal, patienceMs = 300, silenceMs } = options;
  const out = collector(options);
  const err = collector({});
  const reported: string[] = [];
  const code = await runCli({
    argv,
    input: typeof input === 'string' || Buffer.isBuffer(input) ? Readable.from([input]) : input,
    output: createOutput(out.sink, err.sink),
    productVersion: '0.0.0',
    report: (where, thrown) => reported.push(`${where}: ${String(thrown)}`),
    interruption: () => signal,
    patienceMs,
    ...(silenceMs && { silenceMs }),
  });
  const lines = out.text().split('\n').slice(0, -1);
  return { code, json: lines.map((line) => JSON.parse(line) as unknown), words: err.text(), reported };
}
