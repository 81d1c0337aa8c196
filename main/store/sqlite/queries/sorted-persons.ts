import type { z } from 'zod';
import type { procedures } from '../../../../domain/contract/procedures.ts';
import { personStatusSchema } from '../../../../domain/contract/views.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { allOf, type SqlPart } from './person-conditions.ts';

export type ListInput = z.output<(typeof procedures)['persons.list']['input']>;

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
  /** Each a condition whose rows an index holds in order: they are merged from the beginnings of them. */
  readonly parts: readonly SqlPart[];
  /** Holds for all of the run; needless where it is gone on with from a row within. */
  readonly begins: readonly SqlPart[];
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

type Ranked = Pick<Order, 'rank' | 'runs'>;

const ofStatus = (status: string): SqlPart => ({ sql: 'status = ?', parameters: [status] });

/** One run for each status, in the order in which a life goes through them or the other way round. */
function byStatus(statuses: readonly string[], descending: boolean): Ranked {
  const order: readonly string[] = descending
    ? personStatusSchema.options.toReversed()
    : personStatusSchema.options;
  const ranks = order.map((status, rank) => `WHEN '${status}' THEN ${rank}`);
  const runs = order.flatMap((status, rank) =>
    statuses.includes(status) ? [{ rank, parts: [ofStatus(status)], begins: [] }] : [],
  );
  return { rank: `CASE p.status ${ranks.join(' ')} END`, runs };
}

/** Nothing sorts before everything, and so comes last by itself where the order descends. */
function emptyLast(column: string, statuses: readonly string[]): Ranked {
  const parts = statuses.map(ofStatus);
  const filled = { rank: 0, parts, begins: [{ sql: `${column} > ''`, parameters: [] }] };
  const empty = parts.map((part) => allOf([part, { sql: `${column} <= ''`, parameters: [] }]));
  return { rank: `(p.${column} = '')`, runs: [filled, { rank: 1, parts: empty, begins: [] }] };
}

function ranked({ sort, descending, status }: ListInput): Ranked {
  const statuses = [...new Set(status ?? personStatusSchema.options)];
  if (sort === 'status') return byStatus(statuses, descending);
  const column = SORT_COLUMNS[sort];
  if (MAY_BE_EMPTY.has(column) && !descending) return emptyLast(column, statuses);
  return { rank: '0', runs: [{ rank: 0, parts: statuses.map(ofStatus), begins: [] }] };
}

export function markOf({ rank, sortValue, key }: Place): string {
  return encodeCursor([rank, sortValue, key]);
}

function placeOf(mark: string): Place {
  const [rank, sortValue, key] = decodeCursor(mark, ['number', 'string', 'number']);
  return { rank: Number(rank), sortValue: String(sortValue), key: Number(key) };
}

/** Throws `cursor-invalid`. */
export function orderOf(input: ListInput): Order {
  const after = input.after === undefined ? null : placeOf(input.after);
  const { rank, runs } = ranked(input);
  return {
    column: SORT_COLUMNS[input.sort],
    direction: input.descending ? 'DESC' : 'ASC',
    beyond: input.descending ? '<' : '>',
    rank,
    runs: after === null ? runs : runs.filter((run) => run.rank >= after.rank),
    after,
  };
}

/** The same rows from their other end, for an order that begins at the beginning. */
export function reversed(order: Order): Order {
  const isUp = order.direction === 'ASC';
  const runs = order.runs.toReversed();
  return { ...order, direction: isUp ? 'DESC' : 'ASC', beyond: isUp ? '<' : '>', runs };
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
  /** For the order by time of change only. */
  readonly since?: string | undefined;
}

/** What each part of a run asks, from the row before on. */
function conditions(order: Order, run: Run, since?: string): readonly SqlPart[] {
  const { column, after } = order;
  const start =
    after === null || after.rank !== run.rank
      ? run.begins
      : [
          {
            sql: `(${column}, key) ${order.beyond} (?, ?)`,
            parameters: [after.sortValue, after.key],
          },
        ];
  const bound = since === undefined ? [] : [{ sql: `${column} >= ?`, parameters: [since] }];
  return run.parts.map((part) => allOf([part, ...bound, ...start]));
}

/**
 * Keys and sort values of a run, in order. Each part has its rows in order already, in an index: no more of them are read
 * than are passed over and asked for, and nothing is sorted, as long as nothing but the index's own columns is in the order.
 */
export function inOrder(table: string, order: Order, run: Run, stretch: Stretch): SqlPart {
  const { limit, offset = 0, since } = stretch;
  const { column, direction } = order;
  const parts = conditions(order, run, since).map(({ sql, parameters }) => ({
    sql: `SELECT key, ${column} AS value FROM ${table} WHERE ${sql}`,
    parameters,
  }));
  return {
    sql: `${parts.map(({ sql }) => sql).join(' UNION ALL ')} ORDER BY value ${direction}, key ${direction} LIMIT ? OFFSET ?`,
    parameters: [...parts.flatMap(({ parameters }) => parameters), limit, offset],
  };
}

/** How many a run has, from the row before on. */
export function sizeOf(table: string, order: Order, run: Run): SqlPart {
  const parts = conditions(order, run).map(({ sql, parameters }) => ({
    sql: `(SELECT count(*) FROM ${table} WHERE ${sql})`,
    parameters,
  }));
  return {
    sql: `SELECT ${parts.map(({ sql }) => sql).join(' + ')} AS n`,
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}
