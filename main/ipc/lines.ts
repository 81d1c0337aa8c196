/** One line of text, or why it is none. `too-long` lines are read past, so that the next one is whole again. */
export type Line =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: 'too-long' | 'not-utf8' };

export interface LineOptions {
  readonly maxBytes: number;
  /** Once aborted, nothing more is read, and a line that is not yet whole is dropped. */
  readonly signal?: AbortSignal | undefined;
}

/** What lines are read from: standard input, a socket, or chunks in a test. */
export type ByteSource = AsyncIterable<Buffer | string> & { readonly destroy?: () => unknown };

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** Fatal: replacing what is no UTF-8 would change somebody's name without a word. Takes a byte order mark off. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Collects the bytes of the line that is under way. */
class LineBuffer {
  readonly #maxBytes: number;
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  add(bytes: Buffer): void {
    this.#size += bytes.length;
    if (this.#size <= this.#maxBytes) this.#chunks.push(bytes);
    else this.#chunks = [];
  }

  take(): Line {
    const tooLong = this.#size > this.#maxBytes;
    const bytes = Buffer.concat(this.#chunks);
    this.#chunks = [];
    this.#size = 0;
    return tooLong ? { ok: false, fault: 'too-long' } : decode(bytes);
  }
}

function decode(bytes: Buffer): Line {
  const end = bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length;
  try {
    return { ok: true, text: utf8.decode(bytes.subarray(0, end)) };
  } catch {
    return { ok: false, fault: 'not-utf8' };
  }
}

function* linesIn(chunk: Buffer, partial: LineBuffer): Generator<Line> {
  let start = 0;
  for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
    partial.add(chunk.subarray(start, end));
    start = end + 1;
    yield partial.take();
  }
  partial.add(chunk.subarray(start));
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

async function* chunksOf(source: ByteSource, signal: AbortSignal | undefined): AsyncGenerator<Buffer> {
  const stop = (): unknown => source.destroy?.();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for await (const chunk of source) {
      if (isAborted(signal)) return;
      yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    }
  } catch (error) {
    // Stopping a stream that somebody waits for ends it with an error.
    if (!isAborted(signal)) throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/**
 * The lines of a stream of UTF-8. They end at a line feed alone (a carriage return before it goes): JSON may hold
 * every other character that some programs take for the end of a line.
 */
export async function* readLines(source: ByteSource, options: LineOptions): AsyncGenerator<Line> {
  const { maxBytes, signal } = options;
  const partial = new LineBuffer(maxBytes);
  const stopped = (): boolean => signal?.aborted === true;
  if (stopped()) return;
  for await (const chunk of chunksOf(source, signal)) {
    for (const line of linesIn(chunk, partial)) {
      if (stopped()) return;
      yield line;
    }
  }
  if (!partial.isEmpty && !stopped()) yield partial.take();
}

/** All of a stream as one text; null where reading was stopped before its end. */
export async function readWhole(source: ByteSource, options: LineOptions): Promise<Line | null> {
  const buffer = new LineBuffer(options.maxBytes);
  for await (const chunk of chunksOf(source, options.signal)) buffer.add(chunk);
  return options.signal?.aborted === true ? null : buffer.take();
}
