import type { PersonRow } from '../../../../domain/contract/views.ts';
import type { ExistingPerson } from '../../../../domain/person/index.ts';
import { parseStored } from '../sqlite-errors.ts';
import { type KeyedRow, PERSON_COLUMNS, withoutKey } from './person-rows.ts';
import type { QueryContext } from './query-context.ts';

/** One person at a time, by id, as the views show them; null where they know none. */
export interface PersonLookup {
  readonly row: (personId: string) => PersonRow | null;
  readonly document: (personId: string) => string | null;
  readonly state: (personId: string) => ExistingPerson | null;
}

export function createPersonLookup(context: QueryContext): PersonLookup {
  const document = (personId: string): string | null => {
    const sql = `SELECT d.document FROM ${context.table('summary', 'persons')} p
      JOIN ${context.table('detail', 'details')} d ON d.key = p.key WHERE p.person_id = ?`;
    return context.statement<{ document: string }>('views', sql).get(personId)?.document ?? null;
  };
  return {
    row: (personId) => {
      const sql = `SELECT p.key, 0 AS rank, '' AS sortValue, ${PERSON_COLUMNS}
        FROM ${context.table('summary', 'persons')} p WHERE p.person_id = ?`;
      const row = context.statement<KeyedRow>('views', sql).get(personId);
      return row === undefined ? null : withoutKey(row);
    },
    document,
    state: (personId) => {
      const text = document(personId);
      return text === null ? null : (parseStored(text, context.views.name) as ExistingPerson);
    },
  };
}
