import type { PersonFilter } from '../../../../domain/contract/person-filter.ts';
import { employerKey } from '../../../../domain/person/index.ts';
import type { QueryContext } from './query-context.ts';

/** A filter without the text of a search, and without what only a comparison of persons can tell. */
export type RowFilter = Pick<PersonFilter, 'status' | 'componentType' | 'employer' | 'changedSince'>;

export interface SqlPart {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** Greater than every text that begins with the one before it. */
const LAST = '\u{10FFFF}';

function employerRange(employer: string): readonly [string, string] {
  const key = employerKey(employer.trim());
  return [key, `${key}${LAST}`];
}

/** As the log writes it: in UTC with milliseconds, so that texts compare as times do. */
function instant(time: string): string {
  return new Date(time).toISOString();
}

/** What a row `p` of the persons list must fulfil, each a condition of its own. */
export function rowConditions(context: QueryContext, filter: RowFilter): readonly SqlPart[] {
  const { status, componentType, employer, changedSince } = filter;
  return [
    ...(status === undefined
      ? []
      : [{ sql: `p.status IN (${status.map(() => '?').join(', ')})`, parameters: status }]),
    ...(employer === undefined
      ? []
      : [{ sql: 'p.employer_key >= ? AND p.employer_key < ?', parameters: employerRange(employer) }]),
    ...(changedSince === undefined
      ? []
      : [{ sql: 'p.updated_at >= ?', parameters: [instant(changedSince)] }]),
    ...(componentType === undefined
      ? []
      : [
          {
            // `+`: by the person, who has a few, and never by the type, which thousands may have.
            sql: `EXISTS (SELECT 1 FROM ${context.table('components', 'components')} c WHERE c.key = p.key AND +c.type = ?)`,
            parameters: [componentType],
          },
        ]),
  ];
}

/** All of them as one; `1` where nothing is asked. */
export function allOf(parts: readonly SqlPart[]): SqlPart {
  const sql = parts.length === 0 ? '1' : parts.map((part) => part.sql).join(' AND ');
  return { sql, parameters: parts.flatMap(({ parameters }) => parameters) };
}

/** The keys that one condition's index holds, the condition by itself: where there are few, they are the shorter way. */
export function keySources(context: QueryContext, filter: RowFilter): readonly SqlPart[] {
  const { componentType, employer, changedSince } = filter;
  const persons = context.table('summary', 'persons');
  return [
    ...(employer === undefined
      ? []
      : [
          {
            sql: `SELECT key FROM ${persons} WHERE employer_key >= ? AND employer_key < ?`,
            parameters: employerRange(employer),
          },
        ]),
    ...(componentType === undefined
      ? []
      : [
          {
            sql: `SELECT key FROM ${context.table('components', 'components')} WHERE type = ?`,
            parameters: [componentType],
          },
        ]),
    ...(changedSince === undefined ? [] : [changedSource(persons, filter.status, instant(changedSince))]),
  ];
}

const EVERY_STATUS = ['active', 'suspended', 'archived', 'deceased', 'merged'] as const;

function changedSource(persons: string, status: RowFilter['status'], since: string): SqlPart {
  const statuses = status ?? EVERY_STATUS;
  const one = `SELECT key FROM ${persons} WHERE status = ? AND updated_at >= ?`;
  return {
    sql: statuses.map(() => one).join(' UNION ALL '),
    parameters: statuses.flatMap((each) => [each, since]),
  };
}
