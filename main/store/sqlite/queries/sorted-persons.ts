import type { z } from 'zod';
import type { procedures } from '../../../../domain/contract/procedures.ts';
import { personStatusSchema } from '../../../../domain/contract/views.ts';
import { decodeCursor } from './cursor.ts';
import type { SqlPart } from './person-conditions.ts';

export type ListInput = z.output<(typeof procedures)['persons.list']['input']>;

const SORT_COLUMNS = { name: 'sort_key', updated: 'updated_at', created: 'created_at' } as const;

/** In which order a list is read, and from where on. */
export interface Order {
  readonly column: string;
  readonly direction: 'ASC' | 'DESC';
  readonly beyond: '<' | '>';
  /** Sort value and key of the row before; empty at the beginning. */
  readonly after: readonly (string | number)[];
  readonly statuses: readonly string[];
}

/** Throws `cursor-invalid`. */
export function orderOf(input: ListInput): Order {
  const after = input.after === undefined ? [] : decodeCursor(input.after, ['string', 'number']);
  return {
    column: SORT_COLUMNS[input.sort],
    direction: input.descending ? 'DESC' : 'ASC',
    beyond: input.descending ? '<' : '>',
    after,
    statuses: [...new Set(input.status ?? personStatusSchema.options)],
  };
}

/** The same rows from their other end, for an order that begins at the beginning. */
export function reversed(order: Order): Order {
  const isUp = order.direction === 'ASC';
  return { ...order, direction: isUp ? 'DESC' : 'ASC', beyond: isUp ? '<' : '>' };
}

/** The condition that a row comes after the one before, for the alias `p`; none at the beginning. */
export function beyond({ column, beyond: than, after }: Order): readonly SqlPart[] {
  return after.length === 0 ? [] : [{ sql: `(p.${column}, p.key) ${than} (?, ?)`, parameters: after }];
}

export interface Stretch {
  readonly limit: number;
  /** Rows passed over before. */
  readonly offset?: number;
  /** For the order by time of change only. */
  readonly since?: string | undefined;
}

/**
 * Keys and sort values in order. Each status has its rows in order already, in an index of its own: they are merged from
 * the beginnings of them, so that no filter and no order ever sorts the whole table.
 */
export function inOrder(table: string, order: Order, { limit, offset = 0, since }: Stretch): SqlPart {
  const { column, direction, after, statuses } = order;
  const further = after.length === 0 ? '' : `AND (${column}, key) ${order.beyond} (?, ?)`;
  const bound = since === undefined ? '' : `AND ${column} >= ?`;
  const one = `SELECT * FROM (SELECT key, ${column} AS value FROM ${table} WHERE status = ? ${bound} ${further}
    ORDER BY ${column} ${direction}, key ${direction} LIMIT ?)`;
  const merged = statuses.map(() => one).join(' UNION ALL ');
  const bounds = since === undefined ? [] : [since];
  return {
    sql: `${merged} ORDER BY value ${direction}, key ${direction} LIMIT ? OFFSET ?`,
    parameters: [
      ...statuses.flatMap((status) => [status, ...bounds, ...after, offset + limit]),
      limit,
      offset,
    ],
  };
}
