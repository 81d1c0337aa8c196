import { PassThrough, Readable } from 'node:stream';
import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type Line, type LineOptions, readLines } from './lines.ts';

async function linesOf(
  chunks: readonly (string | Buffer)[],
  options: Partial<LineOptions> = {},
): Promise<(string | null)[]> {
  const found: Line[] = [];
  for await (const line of readLines(Readable.from(chunks), { maxBytes: 1000, ...options })) found.push(line);
  return found.map((line) => (line.ok ? line.text : null));
}

describe('lines of a stream', () => {
  it('end at a line feed, with or without a carriage return before it', async () => {
    expect(await linesOf(['a\r\nb\nc'])).toEqual(['a', 'b', 'c']);
  });

  it('do not end at a lone carriage return, nor at the separators that JSON may hold', async () => {
    expect(await linesOf(['a\rb\u2028c\u2029d\u0085e\n'])).toEqual(['a\rb\u2028c\u2029d\u0085e']);
  });

  it('keep blank lines, and take an end without a line feed for the end of a line', async () => {
    expect(await linesOf(['\n\na'])).toEqual(['', '', 'a']);
    expect(await linesOf([])).toEqual([]);
  });

  it('lose a byte order mark', async () => {
    expect(await linesOf(['\uFEFFa\n\uFEFFb\n'])).toEqual(['a', 'b']);
  });

  it('are refused where they are no UTF-8, and the next one is read', async () => {
    const latin1 = Buffer.from('J\xfcrg\n', 'latin1');
    const utf16 = Buffer.from('\uFEFFa', 'utf16le');
    expect(await linesOf([latin1, 'b\n', utf16])).toEqual([null, 'b', null]);
  });

  it('are refused where they are too long, without being held, and the next one is read', async () => {
    const chunks = [...Array.from({ length: 50 }, () => 'x'.repeat(100)), '\nb\n', 'y'.repeat(1001)];
    expect(await linesOf(chunks)).toEqual([null, 'b', null]);
    expect(await linesOf(['x'.repeat(1000)])).toEqual(['x'.repeat(1000)]);
  });

  it('are dropped when reading stops: the one under way, and those not yet taken', async () => {
    const source = new PassThrough();
    const stop = new AbortController();
    const found: Line[] = [];
    source.write('a\nb\nhalf');
    for await (const line of readLines(source, { maxBytes: 1000, signal: stop.signal })) {
      found.push(line);
      stop.abort();
    }
    expect(found).toEqual([{ ok: true, text: 'a' }]);
    expect(source.destroyed).toBe(true);
  });

  it('end at once where reading had stopped before it began, or while it waits', async () => {
    expect(await linesOf(['a\n'], { signal: AbortSignal.abort() })).toEqual([]);
    const stop = new AbortController();
    const reading = readLines(new PassThrough(), { maxBytes: 1000, signal: stop.signal }).next();
    stop.abort();
    expect(await reading).toEqual({ done: true, value: undefined });
  });

  it('pass on what breaks the stream', async () => {
    const source = new PassThrough();
    source.destroy(new Error('broken'));
    await expect(readLines(source, { maxBytes: 1000 }).next()).rejects.toThrow('broken');
  });

  const text = fc.string({ unit: 'grapheme' }).map((each) => each.replaceAll(/[\n\r\uFEFF]/g, '-'));
  property.prop([fc.array(text), fc.array(fc.nat(40))])(
    'are the same however the bytes are cut into chunks',
    async (texts, cuts) => {
      const bytes = Buffer.from(texts.map((each) => `${each}\n`).join(''));
      const chunks: Buffer[] = [];
      let rest = bytes;
      for (const cut of cuts) {
        chunks.push(rest.subarray(0, cut));
        rest = rest.subarray(cut);
      }
      expect(await linesOf([...chunks, rest], { maxBytes: 10_000 })).toEqual(texts);
    },
  );
});
