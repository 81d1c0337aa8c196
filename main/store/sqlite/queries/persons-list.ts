import type { ProcedureOutput } from '../../../../domain/contract/procedures.ts';
import { type KeyedRow, withoutKey } from './person-rows.ts';
import { filteredPersons, isFiltered } from './persons-filtered.ts';
import type { QueryContext } from './query-context.ts';
import { rowsInOrder } from './rows-in-order.ts';
import { seenBy } from './seen-position.ts';
import { type ListInput, markOf, orderOf, reversed } from './sorted-persons.ts';

function count(context: QueryContext, table: string, status: readonly string[] | undefined): number {
  const where = status === undefined ? '' : `WHERE status IN (${status.map(() => '?').join(', ')})`;
  const row = context.statement<{ n: number }>('views', `SELECT count(*) AS n FROM ${table} ${where}`);
  return row.get(...(status ?? []))?.n ?? 0;
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
