import type { LogPage, LogRow } from '../../../domain/contract/views.ts';
import type { LogSearch } from './log-search.ts';

export type Order = 'newest' | 'oldest';

/** Looking on by itself, stopped on the way, or neither: filled, or through. */
export type SearchState = 'searching' | 'stopped' | 'done';

/** Where an answer begins: the list's own start, or a position that another one ended at. */
export type Mark = 'start' | { readonly before: number } | { readonly after: number };

/** An answer in the order of the list. */
export interface Chunk {
  readonly rows: readonly LogRow[];
  /** Where the list goes on; null at its end. */
  readonly next: Mark | null;
  /** Where it goes on over its own start, which a jump has put into the middle of the log. */
  readonly ahead: Mark | null;
  /** The newest position that has been looked at. */
  readonly edge: number;
  /** The position furthest from the start, and when that was recorded. */
  readonly reached: number;
  readonly reachedAt: string | null;
  readonly head: number;
}

export function orderOf({ order }: LogSearch): Order {
  return order ?? 'newest';
}

/** What the engine is asked for with a mark. */
export function spanOf(mark: Mark, { order, at }: LogSearch): { before?: number; after?: number } {
  if (mark !== 'start') return mark;
  if (order === 'oldest') return { after: (at ?? 1) - 1 };
  return at === undefined ? {} : { before: at + 1 };
}

function isUpwards(mark: Mark, order: Order): boolean {
  return mark === 'start' ? order === 'oldest' : 'after' in mark;
}

function goOn(upwards: boolean, position: number | null): Mark | null {
  if (position === null) return null;
  return upwards ? { after: position } : { before: position };
}

function aheadOfStart({ order, at }: LogSearch, head: number): Mark | null {
  if (at === undefined) return null;
  if (order === 'oldest') return at > 1 ? { before: at } : null;
  return at < head ? { after: at } : null;
}

/** An answer as a part of the list. One that was fetched over the start comes the other way round. */
export function chunkOf(page: LogPage, mark: Mark, search: LogSearch): Chunk {
  const order = orderOf(search);
  const upwards = isUpwards(mark, order);
  const along = upwards === (order === 'oldest');
  const further = goOn(upwards, page.next);
  const edge = upwards ? page.reached : mark === 'start' ? (search.at ?? page.head) : 0;
  return {
    rows: along ? page.rows : page.rows.toReversed(),
    next: along ? further : null,
    ahead: along ? (mark === 'start' ? aheadOfStart(search, page.head) : null) : further,
    edge,
    reached: page.reached,
    reachedAt: page.reachedAt,
    head: page.head,
  };
}

/** From where on events are new to the list; undefined where it does not reach the end of the log. */
export function tailStart(chunks: readonly Chunk[], search: LogSearch): number | undefined {
  if (search.to !== undefined) return undefined;
  if (orderOf(search) === 'oldest') {
    const last = chunks.at(-1);
    return last?.next === null ? last.edge : undefined;
  }
  return search.at === undefined ? chunks[0]?.edge : undefined;
}

/** Rows that a list which follows the end of the log keeps; older ones are fetched again where they are wanted. */
export const MOST_FOLLOWED = 1000;

function trimmed(chunk: Chunk): Chunk {
  const rows = chunk.rows.slice(0, MOST_FOLLOWED);
  const last = rows.at(-1);
  if (last === undefined || rows.length === chunk.rows.length) return chunk;
  return {
    ...chunk,
    rows,
    next: { before: last.position },
    reached: last.position,
    reachedAt: last.recordedAt,
  };
}

function onTop(chunks: readonly Chunk[], page: LogPage): readonly Chunk[] {
  const [first, ...rest] = chunks;
  if (first === undefined) return chunks;
  const fresh = page.rows.filter(({ position }) => position > first.edge).toReversed();
  const grown = { ...first, rows: [...fresh, ...first.rows], edge: page.reached, head: page.head };
  const cut = trimmed(grown);
  return cut === grown ? [grown, ...rest] : [cut];
}

function atEnd(chunks: readonly Chunk[], page: LogPage): readonly Chunk[] {
  const last = chunks.at(-1);
  if (last === undefined) return chunks;
  const fresh = page.rows.filter(({ position }) => position > last.edge);
  const { reached, reachedAt, head } = page;
  const next = goOn(true, page.next);
  const grown = { ...last, rows: [...last.rows, ...fresh], edge: reached, next, reached, reachedAt, head };
  return [...chunks.slice(0, -1), grown];
}

/** The list with what was appended to the log since: above its first row, or below its last. */
export function withNewer(chunks: readonly Chunk[], page: LogPage, order: Order): readonly Chunk[] {
  return order === 'oldest' ? atEnd(chunks, page) : onTop(chunks, page);
}
