import type { z } from 'zod';
import type { ProcedureOutput, procedures } from '../../../../domain/contract/procedures.ts';
import { keySources } from './person-conditions.ts';
import type { QueryContext } from './query-context.ts';
import { countInOrder } from './rows-in-order.ts';
import { narrowed, orderOf } from './sorted-persons.ts';

export type TotalInput = z.output<(typeof procedures)['persons.total']['input']>;

/** What one index holds is counted in it: no row is read, nor looked for in another. */
function countedByOne(context: QueryContext, input: TotalInput): number | null {
  const [source, ...others] = keySources(context, input);
  const isWhole = input.status === undefined || input.changedSince !== undefined;
  if (source === undefined || others.length > 0 || !isWhole) return null;
  // Of a type somebody may have several components; anything else an index names them by once.
  const persons = input.componentType === undefined ? '*' : 'DISTINCT key';
  const sql = `SELECT count(${persons}) AS n FROM (${source.sql})`;
  return context.statement<{ n: number }>('views', sql).get(...source.parameters)?.n ?? 0;
}

/** However many there are: some milliseconds for each 10,000 persons, which is why a page of the list does not wait for it. */
export function totalOfPersons(context: QueryContext, input: TotalInput): ProcedureOutput<'persons.total'> {
  const counted = countedByOne(context, input);
  if (counted !== null) return { total: counted };
  const table = context.table('summary', 'persons');
  const order = narrowed(orderOf({ sort: 'name', descending: false, ...input }), keySources(context, input));
  return { total: countInOrder({ context, table, order }) };
}
