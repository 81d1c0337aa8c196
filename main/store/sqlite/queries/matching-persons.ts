import type { PersonFilter } from '../../../../domain/contract/person-filter.ts';
import { sought } from '../../../../domain/projections/person-search.ts';
import { allOf, rowConditions, type SqlPart } from './person-conditions.ts';
import { hasDuplicates } from './persons-filtered.ts';
import type { QueryContext } from './query-context.ts';
import { matchExpression } from './search-ranking.ts';

export interface MatchingPerson {
  readonly key: number;
  readonly personId: string;
}

function source(context: QueryContext, text: string): SqlPart {
  const persons = context.table('summary', 'persons');
  const search = context.table('search', 'search');
  return {
    sql: `${search} CROSS JOIN ${persons} p ON p.key = ${search}.rowid WHERE ${search} MATCH ?`,
    parameters: [matchExpression(sought(text))],
  };
}

/**
 * Everybody who matches, by name: what no page of a list may ask for. Read at once, so that it is as of one moment. The
 * second, where it is given, must be asked of each as well: comparing persons takes long, and is for the caller to pace.
 */
export function matchingPersons(
  context: QueryContext,
  filter: PersonFilter,
): { readonly persons: readonly MatchingPerson[]; readonly isSuch: ((key: number) => boolean) | null } {
  const { text } = filter;
  const isSuch = filter.duplicates === true ? hasDuplicates(context) : null;
  if (text !== undefined && sought(text).words.length === 0) return { persons: [], isSuch };
  const plain = { sql: `${context.table('summary', 'persons')} p WHERE 1`, parameters: [] };
  const from = text === undefined ? plain : source(context, text);
  const where = allOf(rowConditions(context, filter));
  const sql = `SELECT p.key, p.person_id AS personId FROM ${from.sql} AND ${where.sql} ORDER BY p.sort_key, p.key`;
  const persons = context
    .statement<MatchingPerson>('views', sql)
    .all(...from.parameters, ...where.parameters);
  return { persons, isSuch };
}
