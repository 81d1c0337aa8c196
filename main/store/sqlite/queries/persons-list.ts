import type { ProcedureOutput } from '../../../../domain/contract/procedures.ts';
import { type KeyedRow, PERSON_COLUMNS, withoutKey } from './person-rows.ts';
import { filteredPersons, isFiltered } from './persons-filtered.ts';
import type { QueryContext } from './query-context.ts';
import { seenBy } from './seen-position.ts';
import {
  inOrder,
  type ListInput,
  markOf,
  type Order,
  orderOf,
  reversed,
  type Run,
  sizeOf,
  type Stretch,
} from './sorted-persons.ts';

function count(context: QueryContext, table: string, status: readonly string[] | undefined): number {
  const where = status === undefined ? '' : `WHERE status IN (${status.map(() => '?').join(', ')})`;
  const row = context.statement<{ n: number }>('views', `SELECT count(*) AS n FROM ${table} ${where}`);
  return row.get(...(status ?? []))?.n ?? 0;
}

interface Sorted {
  readonly context: QueryContext;
  readonly table: string;
  readonly order: Order;
}

function rowsOfRun({ context, table, order }: Sorted, run: Run, stretch: Stretch): KeyedRow[] {
  const keys = inOrder(table, order, run, stretch);
  const sql = `SELECT p.key, ${run.rank} AS rank, m.value AS sortValue, ${PERSON_COLUMNS}
    FROM (${keys.sql}) m JOIN ${table} p ON p.key = m.key
    ORDER BY m.value ${order.direction}, m.key ${order.direction}`;
  return context.statement<KeyedRow>('views', sql).all(...keys.parameters);
}

function countOfRun({ context, table }: Sorted, run: Run): number {
  const { sql, parameters } = sizeOf(table, run);
  return context.statement<{ n: number }>('views', sql).get(...parameters)?.n ?? 0;
}

/** Run after run. One that has nothing there is passed over, and only then counted: most pages lie within the first. */
function rowsInOrder(sorted: Sorted, limit: number, offset: number): KeyedRow[] {
  const rows: KeyedRow[] = [];
  const { runs } = sorted.order;
  let passing = offset;
  for (const run of runs) {
    if (rows.length >= limit) break;
    const found = rowsOfRun(sorted, run, { limit: limit - rows.length, offset: passing });
    rows.push(...found);
    if (found.length > 0) passing = 0;
    else if (passing > 0 && run !== runs.at(-1)) passing -= countOfRun(sorted, run);
  }
  return rows;
}

/** A page, and one row more where there is one: read from the end that is nearer. */
function plainRows(context: QueryContext, table: string, input: ListInput, total: number | null): KeyedRow[] {
  const order = orderOf(input);
  const { offset } = input;
  const limit = input.limit + 1;
  const fromEnd = (total ?? 0) - offset - limit;
  if (total === null || offset <= Math.max(0, fromEnd))
    return rowsInOrder({ context, table, order }, limit, offset);
  const there = Math.max(0, limit + Math.min(0, fromEnd));
  return rowsInOrder({ context, table, order: reversed(order) }, there, Math.max(0, fromEnd)).reverse();
}

/** One page of the persons list. The total is counted where the list is entered: pages after a mark keep it. */
export function listPersons(context: QueryContext, input: ListInput): ProcedureOutput<'persons.list'> {
  const position = seenBy(context, 'persons.list', input);
  if (isFiltered(input)) return { ...filteredPersons(context, input), position };
  const table = context.table('summary', 'persons');
  const total = input.after === undefined ? count(context, table, input.status) : null;
  const found = plainRows(context, table, input, total);
  const rows = found.slice(0, input.limit);
  const last = rows.at(-1);
  const more = found.length > input.limit && last !== undefined;
  return {
    rows: rows.map(withoutKey),
    next: more ? markOf(last) : null,
    total,
    position,
  };
}
