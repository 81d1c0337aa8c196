import type { z } from 'zod';
import type { procedures } from '../../../../domain/contract/procedures.ts';
import { personStatusSchema } from '../../../../domain/contract/views.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { allOf, type SqlPart } from './person-conditions.ts';

export type ListInput = z.output<(typeof procedures)['persons.list']['input']>;
/** What says in which order, and of whom. */
type Sorting = Pick<ListInput, 'sort' | 'descending' | 'status' | 'changedSince' | 'after'>;

const SORT_COLUMNS = {
  name: 'sort_key',
  status: 'sort_key',
  email: 'email_key',
  phone: 'phone_key',
  work: 'work_key',
  location: 'location_key',
  updated: 'updated_at',
  created: 'created_at',
} as const;

/** In which column there may be nothing. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['email_key', 'phone_key', 'work_key', 'location_key']);

/** Where a row stands: its run, what it is sorted by within that, and its key, which parts those that are equal. */
export interface Place {
  readonly rank: number;
  readonly sortValue: string;
  readonly key: number;
}

/** Rows that stand together, before or behind all others of the list. Runs follow each other by their rank. */
export interface Run {
  readonly rank: number;
  /** Each a condition whose rows an index holds in order, from the row before on: they are merged from their beginnings. */
  readonly parts: readonly SqlPart[];
}

/** In which order a list is read, and from where on. */
export interface Order {
  readonly column: string;
  readonly direction: 'ASC' | 'DESC';
  readonly beyond: '<' | '>';
  /** The rank of a row `p`, as SQL. */
  readonly rank: string;
  readonly runs: readonly Run[];
  /** The row before; null at the beginning. */
  readonly after: Place | null;
}

/** Rows of one rank, wherever the list is gone on with. */
interface Group extends Run {
  /** Holds for all of them; needless where they are gone on with from a row within. */
  readonly begins?: SqlPart;
  /** They agree in what they are sorted by: only their keys part them. */
  readonly areEqual?: true;
}

interface Ranked {
  readonly rank: string;
  readonly groups: readonly Group[];
}

const ofStatus = (status: string): SqlPart => ({ sql: 'status = ?', parameters: [status] });

/** One group for each status, in the order in which a life goes through them or the other way round. */
function byStatus(statuses: readonly string[], descending: boolean): Ranked {
  const order: readonly string[] = descending
    ? personStatusSchema.options.toReversed()
    : personStatusSchema.options;
  const ranks = order.map((status, rank) => `WHEN '${status}' THEN ${rank}`);
  const groups = order.flatMap((status, rank) =>
    statuses.includes(status) ? [{ rank, parts: [ofStatus(status)] }] : [],
  );
  return { rank: `CASE p.status ${ranks.join(' ')} END`, groups };
}

/** Nothing sorts before everything, and so comes last by itself where the order descends. */
function emptyLast(column: string, statuses: readonly string[]): Ranked {
  const parts = statuses.map(ofStatus);
  const filled = { rank: 0, parts, begins: { sql: `${column} > ''`, parameters: [] } };
  const empty = each(parts, { sql: `${column} = ''`, parameters: [] });
  return { rank: `(p.${column} = '')`, groups: [filled, { rank: 1, parts: empty, areEqual: true }] };
}

function each(parts: readonly SqlPart[], ...conditions: readonly SqlPart[]): readonly SqlPart[] {
  return parts.map((part) => allOf([part, ...conditions]));
}

function ranked({ sort, descending, status }: Sorting): Ranked {
  const statuses = [...new Set(status ?? personStatusSchema.options)];
  if (sort === 'status') return byStatus(statuses, descending);
  const column = SORT_COLUMNS[sort];
  if (MAY_BE_EMPTY.has(column) && !descending) return emptyLast(column, statuses);
  return { rank: '0', groups: [{ rank: 0, parts: statuses.map(ofStatus) }] };
}

export function markOf({ rank, sortValue, key }: Place): string {
  return encodeCursor([rank, sortValue, key]);
}

function placeOf(mark: string): Place {
  const [rank, sortValue, key] = decodeCursor(mark, ['number', 'string', 'number']);
  return { rank: Number(rank), sortValue: String(sortValue), key: Number(key) };
}

/** Where the order is that by time of change, no row from before the time that is asked for is read. */
function since({ sort, changedSince }: Sorting, column: string): readonly SqlPart[] {
  if (sort !== 'updated' || changedSince === undefined) return [];
  return [{ sql: `${column} >= ?`, parameters: [new Date(changedSince).toISOString()] }];
}

/**
 * What is left of a group behind a row: those that are equal to it, then all others. In one condition, `(value, key) > …`,
 * an index is bounded by the value alone, and all equal ones before the row are read again.
 */
function behind(group: Group, place: Place, { column, beyond: than, isUp, bound }: Bounds): readonly Run[] {
  const { rank, parts } = group;
  const nextKey = { sql: `key ${than} ?`, parameters: [place.key] };
  if (group.areEqual) return [{ rank, parts: each(parts, nextKey) }];
  const same = { sql: `${column} = ?`, parameters: [place.sortValue] };
  const further = { sql: `${column} ${than} ?`, parameters: [place.sortValue] };
  return [
    { rank, parts: each(parts, same, nextKey) },
    // Upwards the row is the nearer bound, and an index takes one.
    { rank, parts: each(parts, further, ...(isUp ? [] : bound)) },
  ];
}

interface Bounds {
  readonly column: string;
  readonly beyond: '<' | '>';
  readonly isUp: boolean;
  readonly bound: readonly SqlPart[];
}

function runsOf(groups: readonly Group[], after: Place | null, bounds: Bounds): readonly Run[] {
  return groups.flatMap((group) => {
    const { rank, parts, begins } = group;
    if (after !== null && rank < after.rank) return [];
    if (rank === after?.rank) return behind(group, after, bounds);
    return [{ rank, parts: each(parts, ...bounds.bound, ...(begins === undefined ? [] : [begins])) }];
  });
}

/** Throws `cursor-invalid`. */
export function orderOf(input: Sorting): Order {
  const after = input.after === undefined ? null : placeOf(input.after);
  const { rank, groups } = ranked(input);
  const column = SORT_COLUMNS[input.sort];
  const isUp = !input.descending;
  const beyond = isUp ? '>' : '<';
  return {
    column,
    direction: isUp ? 'ASC' : 'DESC',
    beyond,
    rank,
    runs: runsOf(groups, after, { column, beyond, isUp, bound: since(input, column) }),
    after,
  };
}

/** The same rows from their other end, for an order that begins at the beginning. */
export function reversed(order: Order): Order {
  const isUp = order.direction === 'ASC';
  const runs = order.runs.toReversed();
  return { ...order, direction: isUp ? 'DESC' : 'ASC', beyond: isUp ? '<' : '>', runs };
}

/**
 * Only those rows whose keys all of these name. The order's index is still read as it stands, which holds the keys: no row is
 * read to know that it is passed over. `+`: each key is looked for among those named, and not the other way round.
 */
export function narrowed(order: Order, sources: readonly SqlPart[]): Order {
  const named = sources.map(({ sql, parameters }) => ({ sql: `+key IN (${sql})`, parameters }));
  return { ...order, runs: order.runs.map((run) => ({ ...run, parts: each(run.parts, ...named) })) };
}

/** The condition that a row comes after the one before, for the alias `p`; none at the beginning. */
export function beyond({ column, beyond: than, rank, after }: Order): readonly SqlPart[] {
  if (after === null) return [];
  const sql = `(${rank} > ? OR ${rank} = ? AND (p.${column}, p.key) ${than} (?, ?))`;
  return [{ sql, parameters: [after.rank, after.rank, after.sortValue, after.key] }];
}

export interface Stretch {
  readonly limit: number;
  /** Rows passed over before. */
  readonly offset?: number;
}

/**
 * Keys and sort values of a run, in order. Each part has its rows in order already, in an index: no more of them are read
 * than are passed over and asked for, and one of each part; nothing is sorted, as long as nothing but the index's own
 * columns is in the order.
 */
export function inOrder(table: string, order: Order, run: Run, { limit, offset = 0 }: Stretch): SqlPart {
  const { column, direction } = order;
  const parts = run.parts.map(({ sql }) => `SELECT key, ${column} AS value FROM ${table} WHERE ${sql}`);
  return {
    sql: `${parts.join(' UNION ALL ')} ORDER BY value ${direction}, key ${direction} LIMIT ? OFFSET ?`,
    parameters: [...run.parts.flatMap(({ parameters }) => parameters), limit, offset],
  };
}

/** How many a run has. */
export function sizeOf(table: string, run: Run): SqlPart {
  const parts = run.parts.map(({ sql }) => `(SELECT count(*) FROM ${table} WHERE ${sql})`);
  return {
    sql: `SELECT ${parts.join(' + ')} AS n`,
    parameters: run.parts.flatMap(({ parameters }) => parameters),
  };
}
