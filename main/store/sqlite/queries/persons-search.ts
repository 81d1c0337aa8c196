import type { z } from 'zod';
import { MAX_RANKED, type ProcedureOutput, type procedures } from '../../../../domain/contract/procedures.ts';
import { SEARCH_WEIGHTS, searchWords } from '../../../../domain/projections/person-search.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { type KeyedRow, PERSON_COLUMNS, withoutKey } from './person-rows.ts';
import type { QueryContext } from './query-context.ts';

export type SearchInput = z.output<(typeof procedures)['persons.search']['input']>;

/** Words are letters and digits only, so quoting them is all the escaping that FTS5 needs. */
function matchExpression(words: readonly string[]): string {
  return words.map((word) => `"${word}"*`).join(' AND ');
}

/**
 * Those who are not asked for are left out before hits are counted: they would take the places of others. The index is
 * read once, from end to end, and ranked on the way: looking up the rank of a single hit costs as much as the search.
 * Ranking must look at every hit, and nobody pages through thousands of them: the first of them must do.
 */
function searchSql(search: string, persons: string, statuses: number): string {
  const asked = Array(statuses).fill('?').join(', ');
  const only =
    statuses === 0 ? '' : `CROSS JOIN ${persons} a ON a.key = ${search}.rowid AND a.status IN (${asked})`;
  return `WITH ranked AS MATERIALIZED (
      SELECT ${search}.rowid AS key, bm25(${search}, ${SEARCH_WEIGHTS.join(', ')}) AS rank FROM ${search} ${only}
      WHERE ${search} MATCH ? LIMIT ${MAX_RANKED})
    SELECT p.key, '' AS sortValue, ${PERSON_COLUMNS} FROM ranked r JOIN ${persons} p ON p.key = r.key
    ORDER BY round(r.rank, 3), p.sort_key, p.key LIMIT ? OFFSET ?`;
}

/** Persons of whom every word begins one of theirs, best first. Paged by offset: the ranked set is bounded. */
export function searchPersons(context: QueryContext, input: SearchInput): ProcedureOutput<'persons.search'> {
  const position = context.position('search');
  const words = searchWords(input.text);
  if (words.length === 0) return { rows: [], next: null, total: 0, position };
  const search = context.table('search', 'search');
  const match = matchExpression(words);
  const [offset] = input.after === undefined ? [0] : decodeCursor(input.after, ['number']);
  const statuses = input.status ?? [];
  const sql = searchSql(search, context.table('summary', 'persons'), statuses.length);
  const found = context.statement<KeyedRow>('views', sql).all(...statuses, match, input.limit + 1, offset);
  const rows = found.slice(0, input.limit);
  return {
    rows: rows.map(withoutKey),
    next: found.length > input.limit ? encodeCursor([Number(offset) + rows.length]) : null,
    total: input.after === undefined && statuses.length === 0 ? countHits(context, search, match) : null,
    position,
  };
}

function countHits(context: QueryContext, search: string, match: string): number {
  const hits = `SELECT 1 FROM ${search} WHERE ${search} MATCH ? LIMIT ${MAX_RANKED + 1}`;
  const sql = `SELECT count(*) AS n FROM (${hits})`;
  return context.statement<{ n: number }>('views', sql).get(match)?.n ?? 0;
}
