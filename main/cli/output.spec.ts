import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { failure } from '../../domain/contract/errors.ts';
import { createOutput, EXIT, exitCodeOf, type Sink } from './output.ts';

interface Slow {
  readonly sink: Sink;
  readonly taken: string[];
  /** Lets what is waiting go on. */
  readonly read: () => void;
  readonly fail: (code: string) => void;
}

/** Takes one line, and the next one only when it is read. */
function slowSink(): Slow {
  const taken: string[] = [];
  let waiting: ((error?: Error) => void) | null = null;
  const sink = new Writable({
    highWaterMark: 1,
    write: (chunk: Buffer, _encoding, done) => {
      taken.push(chunk.toString());
      waiting = done;
    },
  });
  const fail = (code: string): void => waiting?.(Object.assign(new Error(code), { code }));
  return { sink: sink as unknown as Sink, taken, read: () => waiting?.(), fail };
}

describe('output of the command line', () => {
  it('is one line of JSON for each value on one stream, and words on the other', async () => {
    const out = slowSink();
    const err = slowSink();
    const output = createOutput(out.sink, err.sink);
    output.words('two words');
    const written = output.json({ a: 'line\nfeed' });
    out.read();
    await written;
    expect([out.taken, err.taken]).toEqual([['{"a":"line\\nfeed"}\n'], ['two words\n']]);
  });

  it('waits for a reader that is slower', async () => {
    const out = slowSink();
    const output = createOutput(out.sink, slowSink().sink);
    const order: string[] = [];
    const written = output.text('a').then(() => order.push('written'));
    await Promise.resolve();
    order.push('read');
    out.read();
    await written;
    expect(order).toEqual(['read', 'written']);
  });

  it('goes on without a reader that has gone, and says that it has', async () => {
    const out = slowSink();
    const output = createOutput(out.sink, slowSink().sink);
    expect(output.closed()).toBeNull();
    const written = output.text('a');
    out.fail('EPIPE');
    await written;
    await output.text('b');
    expect([output.closed(), out.taken]).toEqual(['EPIPE', ['a\n']]);
  });

  it('says why it ended in the words of the system where it has no code', async () => {
    const sink = new Writable({ write: (_chunk, _encoding, done) => done(new Error('gone')) });
    const output = createOutput(sink as unknown as Sink, slowSink().sink);
    await output.text('a');
    await new Promise((resolve) => setImmediate(resolve));
    expect(output.closed()).toBe('gone');
  });

  it('takes no harm from words that nobody reads', () => {
    const err = slowSink();
    const output = createOutput(slowSink().sink, err.sink);
    output.words('a');
    expect(() => err.fail('EPIPE')).not.toThrow();
    expect(output.closed()).toBeNull();
  });
});

describe('exit code', () => {
  it('tells wrong use, a held folder and every other failure apart', () => {
    expect(exitCodeOf(failure('wrong-use', 'input-invalid', '').error)).toBe(EXIT.wrongUse);
    expect(exitCodeOf(failure('retryable', 'data-folder-held', '').error)).toBe(EXIT.held);
    expect(exitCodeOf(failure('rejected', 'person-missing', '').error)).toBe(EXIT.refused);
    expect(exitCodeOf(failure('terminal', 'database-newer', '').error)).toBe(EXIT.refused);
  });
});
