import { type KeyedRow, PERSON_COLUMNS } from './person-rows.ts';
import type { QueryContext } from './query-context.ts';
import { inOrder, type Order, type Run, sizeOf, type Stretch } from './sorted-persons.ts';

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
export function rowsInOrder(sorted: Sorted, limit: number, offset: number): KeyedRow[] {
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

/** All rows of an order, counted in its index. */
export function countInOrder(sorted: Sorted): number {
  return sorted.order.runs.reduce((sum, run) => sum + countOfRun(sorted, run), 0);
}
