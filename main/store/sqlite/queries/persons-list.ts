import type { ProcedureOutput } from '../../../../domain/contract/procedures.ts';
import type { procedures } from '../../../../domain/contract/procedures.ts';
import { personStatusSchema } from '../../../../domain/contract/views.ts';
import type { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { type KeyedRow, PERSON_COLUMNS, withoutKey } from './person-rows.ts';
import type { QueryContext } from './query-context.ts';

export type ListInput = z.output<(typeof procedures)['persons.list']['input']>;

const SORT_COLUMNS = { name: 'sort_key', updated: 'updated_at', created: 'created_at' } as const;

const EVERY_STATUS = personStatusSchema.options;

/**
 * Each status has its rows in order already, in an index of its own: the page is merged from the beginnings of them,
 * so that no filter and no order ever sorts the whole table.
 */
function listSql(table: string, input: ListInput, statuses: number): string {
  const column = SORT_COLUMNS[input.sort];
  const [order, beyond] = input.descending ? ['DESC', '<'] : ['ASC', '>'];
  const further = input.after === undefined ? '' : `AND (${column}, key) ${beyond} (?, ?)`;
  const one = `SELECT * FROM (SELECT key, ${column} AS value FROM ${table} WHERE status = ? ${further}
    ORDER BY ${column} ${order}, key ${order} LIMIT ?)`;
  const merged = Array(statuses).fill(one).join(' UNION ALL ');
  return `SELECT p.key, m.value AS sortValue, ${PERSON_COLUMNS}
    FROM (${merged} ORDER BY value ${order}, key ${order} LIMIT ?) m JOIN ${table} p ON p.key = m.key
    ORDER BY m.value ${order}, m.key ${order}`;
}

function count(context: QueryContext, table: string, status: readonly string[] | undefined): number {
  const where = status === undefined ? '' : `WHERE status IN (${status.map(() => '?').join(', ')})`;
  const row = context.statement<{ n: number }>('views', `SELECT count(*) AS n FROM ${table} ${where}`);
  return row.get(...(status ?? []))?.n ?? 0;
}

/** One page of the persons list. The total is counted for the first page only: later ones keep it. */
export function listPersons(context: QueryContext, input: ListInput): ProcedureOutput<'persons.list'> {
  const table = context.table('summary', 'persons');
  const after = input.after === undefined ? [] : decodeCursor(input.after, ['string', 'number']);
  const statuses = [...new Set(input.status ?? EVERY_STATUS)];
  const limit = input.limit + 1;
  const parameters = [...statuses.flatMap((status) => [status, ...after, limit]), limit];
  const sql = listSql(table, input, statuses.length);
  const found = context.statement<KeyedRow>('views', sql).all(...parameters);
  const rows = found.slice(0, input.limit);
  const last = rows.at(-1);
  const more = found.length > input.limit && last !== undefined;
  return {
    rows: rows.map(withoutKey),
    next: more ? encodeCursor([last.sortValue, last.key]) : null,
    total: input.after === undefined ? count(context, table, input.status) : null,
    position: context.position('summary'),
  };
}
