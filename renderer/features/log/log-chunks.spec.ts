import { describe, expect, it } from 'vitest';
import type { LogPage, LogRow } from '../../../domain/contract/views.ts';
import { type Chunk, chunkOf, MOST_FOLLOWED, spanOf, tailStart, withNewer } from './log-chunks.ts';

const row = (position: number): LogRow =>
  ({ position, recordedAt: `2026-11-14T09:00:0${position % 10}.000Z` }) as LogRow;

/** An answer with the events at these positions. */
function page(positions: readonly number[], rest: Partial<LogPage> = {}): LogPage {
  const reached = rest.reached ?? positions.at(-1) ?? 0;
  return { rows: positions.map(row), next: null, head: 100, reached, reachedAt: null, ...rest };
}

const positions = (chunks: readonly Chunk[]): number[] =>
  chunks.flatMap(({ rows }) => rows.map(({ position }) => position));

describe('a list that begins with the newest', () => {
  const first = chunkOf(page([100, 99, 98], { next: 98 }), 'start', {});

  it('begins at the end of the log, or at the place it was sent to', () => {
    expect(spanOf('start', {})).toEqual({});
    expect(spanOf('start', { at: 50 })).toEqual({ before: 51 });
    expect(spanOf({ before: 98 }, { at: 50 })).toEqual({ before: 98 });
  });

  it('goes on below, and has nothing above', () => {
    expect(first).toMatchObject({ next: { before: 98 }, ahead: null, edge: 100 });
    expect(tailStart([first], {})).toBe(100);
  });

  it('goes on above where it was sent into the middle, and does not follow the end', () => {
    const search = { at: 50 };
    const middle = chunkOf(page([50, 49], { next: 49 }), 'start', search);
    expect(middle).toMatchObject({ next: { before: 49 }, ahead: { after: 50 } });
    expect(tailStart([middle], search)).toBeUndefined();
    const above = chunkOf(page([51, 52], { next: 52 }), { after: 50 }, search);
    expect(positions([above, middle])).toEqual([52, 51, 50, 49]);
    expect(above).toMatchObject({ next: null, ahead: { after: 52 } });
    expect(chunkOf(page([100]), 'start', { at: 100 }).ahead).toBeNull();
  });

  it('does not follow the end where it ends at a time', () => {
    expect(tailStart([first], { to: '2026-11-14T09:00:00Z' })).toBeUndefined();
  });

  it('takes new events on its top, each once', () => {
    const newer = page([99, 100, 101, 102], { head: 102 });
    const grown = withNewer([first], newer, 'newest');
    expect(positions(grown)).toEqual([102, 101, 100, 99, 98]);
    expect(grown[0]).toMatchObject({ edge: 102, next: { before: 98 } });
  });

  it('remembers how far it has looked where nothing of it matched', () => {
    expect(tailStart(withNewer([first], page([], { reached: 140 }), 'newest'), {})).toBe(140);
  });

  it('lets go of the oldest while it follows, and can fetch them again', () => {
    const newer = page(
      Array.from({ length: MOST_FOLLOWED }, (_, index) => 101 + index),
      { head: 1100 },
    );
    const second = chunkOf(page([97], { next: null }), { before: 98 }, {});
    const grown = withNewer([first, second], newer, 'newest');
    expect(positions(grown)).toHaveLength(MOST_FOLLOWED);
    expect(grown).toHaveLength(1);
    expect(grown[0]?.next).toEqual({ before: 101 });
  });
});

describe('a list that begins with the oldest', () => {
  const search = { order: 'oldest' } as const;
  const last = chunkOf(page([1, 2, 3], { reached: 100 }), 'start', search);

  it('begins at the beginning, or at the place it was sent to', () => {
    expect(spanOf('start', search)).toEqual({ after: 0 });
    expect(spanOf('start', { ...search, at: 50 })).toEqual({ after: 49 });
    const middle = chunkOf(page([50], { next: 50 }), 'start', { ...search, at: 50 });
    expect(middle).toMatchObject({ next: { after: 50 }, ahead: { before: 50 } });
    const above = chunkOf(page([49, 48], { next: 48 }), { before: 50 }, search);
    expect(positions([above, middle])).toEqual([48, 49, 50]);
    expect(chunkOf(page([1]), 'start', { ...search, at: 1 }).ahead).toBeNull();
  });

  it('follows the end once it has got there', () => {
    expect(tailStart([last], search)).toBe(100);
    expect(tailStart([{ ...last, next: { after: 3 } }], search)).toBeUndefined();
  });

  it('takes new events at its end, each once', () => {
    const newer = page([100, 101], { next: 101, reached: 101, head: 200 });
    const grown = withNewer([last], newer, 'oldest');
    expect(positions(grown)).toEqual([1, 2, 3, 101]);
    expect(grown[0]).toMatchObject({ next: { after: 101 }, edge: 101 });
  });
});

it('a list that has nothing yet takes nothing in', () => {
  expect(withNewer([], page([1]), 'newest')).toEqual([]);
  expect(withNewer([], page([1]), 'oldest')).toEqual([]);
  expect(tailStart([], {})).toBeUndefined();
});
