import type { PersonRow } from '../../../../domain/contract/views.ts';
import type { Place } from './sorted-persons.ts';

/** Columns of the persons list under the names of the contract, so that rows leave as SQLite hands them out. */
export const PERSON_COLUMNS = `p.person_id AS personId, p.display_name AS displayName, p.status, p.birth_date AS birthDate,
  p.primary_email AS primaryEmail, p.primary_phone AS primaryPhone, p.employer, p.role, p.location,
  p.component_count AS componentCount, p.skill_count AS skillCount, p.redirect_to AS redirectTo, p.version,
  p.created_at AS createdAt, p.updated_at AS updatedAt`;

/** A row with what its page is continued by. */
export type KeyedRow = PersonRow & Place;

export function withoutKey(row: KeyedRow): PersonRow {
  const { rank: _rank, sortValue: _sortValue, key: _key, ...rest } = row;
  return rest;
}
