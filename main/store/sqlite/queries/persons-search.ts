import type { z } from 'zod';
import { MAX_RANKED, type ProcedureOutput, type procedures } from '../../../../domain/contract/procedures.ts';
import { type Sought, sought } from '../../../../domain/projections/person-search.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { allOf, rowConditions } from './person-conditions.ts';
import { hasDuplicates, isFiltered, MAX_COMPARED } from './persons-filtered.ts';
import { type KeyedRow, PERSON_COLUMNS, withoutKey } from './person-rows.ts';
import type { QueryContext } from './query-context.ts';
import { seenBy } from './seen-position.ts';
import { countHits, matchExpression, rankedHits } from './search-ranking.ts';

export type SearchInput = z.output<(typeof procedures)['persons.search']['input']>;

/** Ranks are compared with the best one of them: of words that most have, every rank is next to nothing. */
function searchSql(ranked: string, persons: string): string {
  return `WITH ranked AS MATERIALIZED (${ranked})
    SELECT p.key, 0 AS rank, '' AS sortValue, ${PERSON_COLUMNS} FROM ranked r JOIN ${persons} p ON p.key = r.key
    ORDER BY r.tier, round(r.rank / (SELECT min(rank) FROM ranked), 3) DESC, p.sort_key, p.key LIMIT ? OFFSET ?`;
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

function hits(context: QueryContext, input: SearchInput, text: Sought): Hits {
  const conditions = rowConditions(context, input);
  const asked = conditions.length === 0 ? null : allOf(conditions);
  const ranked = rankedHits(context, text, asked);
  const sql = searchSql(ranked.sql, context.table('summary', 'persons'));
  const offset = Number(input.after === undefined ? 0 : decodeCursor(input.after, ['number'])[0]);
  const most = input.duplicates === true ? MAX_COMPARED : input.limit;
  const parameters = [...ranked.parameters, most + 1, offset];
  const found = context.statement<KeyedRow>('views', sql).all(...parameters);
  if (input.duplicates === true) return comparedHits(context, found, input.limit, offset);
  return { rows: found.slice(0, most), next: found.length > most ? offset + most : null };
}

/** Persons of whom every word begins one of theirs, or who have the telephone number, best first. Paged by offset: the ranked set is bounded. */
export function searchPersons(context: QueryContext, input: SearchInput): ProcedureOutput<'persons.search'> {
  const position = seenBy(context, 'persons.search', input);
  const text = sought(input.text);
  if (text.words.length === 0) return { rows: [], next: null, total: 0, position };
  const { rows, next } = hits(context, input, text);
  const isPlain = input.status === undefined && !isFiltered(input);
  return {
    rows: rows.map(withoutKey),
    next: next === null ? null : encodeCursor([next]),
    total:
      input.after === undefined && isPlain ? countHits(context, matchExpression(text), MAX_RANKED + 1) : null,
    position,
  };
}
