import { MAX_RANKED } from '../../../../domain/contract/procedures.ts';
import { SEARCH_WEIGHTS, type Sought } from '../../../../domain/projections/person-search.ts';
import type { SqlPart } from './person-conditions.ts';
import type { QueryContext } from './query-context.ts';

/** Hits that are ranked, every one of them: more take longer than somebody who is typing should wait. */
const MANY = 10_000;

/** Words are letters and digits only, so quoting them is all the escaping that FTS5 needs. */
export function matchExpression({ words, phone }: Sought): string {
  const each = words.map((word) => `"${word}"*`).join(' AND ');
  return phone === null ? each : `(${each}) OR number : "${phone}"`;
}

/** How many there are, as far as `most`. */
export function countHits(context: QueryContext, match: string, most: number): number {
  const search = context.table('search', 'search');
  const sql = `SELECT count(*) AS n FROM (SELECT 1 FROM ${search} WHERE ${search} MATCH ? LIMIT ?)`;
  return context.statement<{ n: number }>('views', sql).get(match, most)?.n ?? 0;
}

/**
 * Those who are not asked for are left out before hits are counted: they would take the places of others. The index is
 * read once, from end to end, and ranked on the way: looking up the rank of a single hit costs as much as the search.
 */
function hitsSql(context: QueryContext, asked: SqlPart | null, columns: string): string {
  const search = context.table('search', 'search');
  const persons = context.table('summary', 'persons');
  const only = asked === null ? '' : `CROSS JOIN ${persons} p ON p.key = ${search}.rowid AND ${asked.sql}`;
  return `SELECT ${search}.rowid AS key, ${columns} FROM ${search} ${only} WHERE ${search} MATCH ?`;
}

function byRank(context: QueryContext, text: Sought, asked: SqlPart | null): SqlPart {
  const rank = `bm25(${context.table('search', 'search')}, ${SEARCH_WEIGHTS.join(', ')}) AS rank`;
  return {
    sql: `${hitsSql(context, asked, `0 AS tier, ${rank}`)} ORDER BY rank LIMIT ${MAX_RANKED}`,
    parameters: [...(asked?.parameters ?? []), matchExpression(text)],
  };
}

/** What tens of thousands have: whole words of a name are first, then names that begin so, then all others. */
function byTier(context: QueryContext, text: Sought, asked: SqlPart | null): SqlPart {
  const begun = matchExpression(text);
  const whole = text.words.map((word) => `"${word}"`).join(' AND ');
  const matches = [`name : (${whole})`, `name : (${begun})`, begun];
  const tiers = matches.map(
    (_match, tier) =>
      `SELECT * FROM (${hitsSql(context, asked, `${tier} AS tier, -1 AS rank`)} LIMIT ${MAX_RANKED})`,
  );
  return {
    sql: `SELECT key, min(tier) AS tier, rank FROM (${tiers.join(' UNION ALL ')})
      GROUP BY key ORDER BY min(tier) LIMIT ${MAX_RANKED}`,
    parameters: matches.flatMap((match) => [...(asked?.parameters ?? []), match]),
  };
}

/** The keys of the first hits, at most `MAX_RANKED`: by `tier` and then by `rank`, the lowest first. */
export function rankedHits(context: QueryContext, text: Sought, asked: SqlPart | null): SqlPart {
  const isMany = countHits(context, matchExpression(text), MANY + 1) > MANY;
  return isMany ? byTier(context, text, asked) : byRank(context, text, asked);
}
