import type { ConsoleError } from '../../domain/contract/errors.ts';

/** JSON goes to standard output, words to standard error: scripts read the one, people the other. */
export interface Output {
  readonly json: (value: unknown) => Promise<void>;
  readonly text: (line: string) => Promise<void>;
  readonly words: (line: string) => void;
  /** Why nobody reads standard output any more (`EPIPE`, `ENOSPC`); null as long as somebody does. */
  readonly closed: () => string | null;
}

/** The parts of a stream that are written to. */
export type Sink = Pick<NodeJS.WriteStream, 'write' | 'on' | 'off'>;

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : error.message;
}

function roomIn(sink: Sink): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      sink.off('drain', done);
      sink.off('error', done);
      resolve();
    };
    sink.on('drain', done);
    sink.on('error', done);
  });
}

/** Waits while the reader of our output is slower than we are, so that memory does not fill up. Never throws. */
export function createOutput(out: Sink, err: Sink): Output {
  let closed: string | null = null;
  out.on('error', (error: Error) => {
    closed ??= codeOf(error);
  });
  err.on('error', () => undefined);
  const text = async (line: string): Promise<void> => {
    if (closed === null && !out.write(`${line}\n`)) await roomIn(out);
  };
  return {
    text,
    json: (value) => text(JSON.stringify(value)),
    words: (line) => void err.write(`${line}\n`),
    closed: () => closed,
  };
}

export const EXIT = { done: 0, refused: 1, wrongUse: 2, held: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export function exitCodeOf(error: ConsoleError): ExitCode {
  if (error.code === 'data-folder-held') return EXIT.held;
  return error.kind === 'wrong-use' ? EXIT.wrongUse : EXIT.refused;
}
