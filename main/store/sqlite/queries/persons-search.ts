import type { z } from 'zod';
import { MAX_RANKED, type ProcedureOutput, type procedures } from '../../../../domain/contract/procedures.ts';
import { SEARCH_WEIGHTS, searchWords } from '../../../../domain/projections/person-search.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { allOf, rowConditions, type SqlPart } from './person-conditions.ts';
import { hasDuplicates, isFiltered, MAX_COMPARED } from './persons-filtered.ts';
import { type KeyedRow, PERSON_COLUMNS, withoutKey } from './person-rows.ts';
import type { QueryContext } from './query-context.ts';

export type SearchInput = z.output<(typeof procedures)['persons.search']['input']>;

/** Words are letters and digits only, so quoting them is all the escaping that FTS5 needs. */
export function matchExpression(words: readonly string[]): string {
  return words.map((word) => `"${word}"*`).join(' AND ');
}

/**
 * Those who are not asked for are left out before hits are counted: they would take the places of others. The index is
 * read once, from end to end, and ranked on the way: looking up the rank of a single hit costs as much as the search.
 * Ranking must look at every hit, and nobody pages through thousands of them: the best of them must do.
 */
function searchSql(search: string, persons: string, asked: SqlPart | null): string {
  const only = asked === null ? '' : `CROSS JOIN ${persons} p ON p.key = ${search}.rowid AND ${asked.sql}`;
  return `WITH ranked AS MATERIALIZED (
      SELECT ${search}.rowid AS key, bm25(${search}, ${SEARCH_WEIGHTS.join(', ')}) AS rank FROM ${search} ${only}
      WHERE ${search} MATCH ? ORDER BY 2 LIMIT ${MAX_RANKED})
    SELECT p.key, '' AS sortValue, ${PERSON_COLUMNS} FROM ranked r JOIN ${persons} p ON p.key = r.key
    ORDER BY round(r.rank, 3), p.sort_key, p.key LIMIT ? OFFSET ?`;
}

interface Hits {
  readonly rows: readonly KeyedRow[];
  /** Where the next page begins among the ranked hits; null at their end. */
  readonly next: number | null;
}

/** Those of the hits who may be the same as somebody else; so many are compared for one page at most. */
function comparedHits(
  context: QueryContext,
  found: readonly KeyedRow[],
  limit: number,
  offset: number,
): Hits {
  const isDuplicate = hasDuplicates(context);
  const rows: KeyedRow[] = [];
  for (const [index, row] of found.entries()) {
    if (index === MAX_COMPARED || rows.length === limit) return { rows, next: offset + index };
    if (isDuplicate(row.key)) rows.push(row);
  }
  return { rows, next: null };
}

function hits(context: QueryContext, input: SearchInput, match: string): Hits {
  const conditions = rowConditions(context, input);
  const asked = conditions.length === 0 ? null : allOf(conditions);
  const search = context.table('search', 'search');
  const sql = searchSql(search, context.table('summary', 'persons'), asked);
  const offset = Number(input.after === undefined ? 0 : decodeCursor(input.after, ['number'])[0]);
  const most = input.duplicates === true ? MAX_COMPARED : input.limit;
  const parameters = [...(asked?.parameters ?? []), match, most + 1, offset];
  const found = context.statement<KeyedRow>('views', sql).all(...parameters);
  if (input.duplicates === true) return comparedHits(context, found, input.limit, offset);
  return { rows: found.slice(0, most), next: found.length > most ? offset + most : null };
}

/** Persons of whom every word begins one of theirs, best first. Paged by offset: the ranked set is bounded. */
export function searchPersons(context: QueryContext, input: SearchInput): ProcedureOutput<'persons.search'> {
  const position = context.position('search');
  const words = searchWords(input.text);
  if (words.length === 0) return { rows: [], next: null, total: 0, position };
  const match = matchExpression(words);
  const { rows, next } = hits(context, input, match);
  const isPlain = input.status === undefined && !isFiltered(input);
  return {
    rows: rows.map(withoutKey),
    next: next === null ? null : encodeCursor([next]),
    total: input.after === undefined && isPlain ? countHits(context, match) : null,
    position,
  };
}

function countHits(context: QueryContext, match: string): number {
  const search = context.table('search', 'search');
  const hits = `SELECT 1 FROM ${search} WHERE ${search} MATCH ? LIMIT ${MAX_RANKED + 1}`;
  const sql = `SELECT count(*) AS n FROM (${hits})`;
  return context.statement<{ n: number }>('views', sql).get(match)?.n ?? 0;
}
