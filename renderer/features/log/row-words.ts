import { displayName, isJsonObject, type PersonName } from '../../../domain/contract/forms.ts';
import type { LogRow } from '../../../domain/contract/views.ts';
import { eventData, readingOf } from '../../words/event-data.ts';
import type { WordLine } from '../../words/word-line.ts';

/** More would not be seen in a row. */
const MOST = 3;
const PERSON = 'person-';

/** The id of the person whose stream it is; null for other streams. */
export function personIdOf(streamId: string): string | null {
  return streamId.startsWith(PERSON) ? streamId.slice(PERSON.length) : null;
}

export function streamOf(personId: string): string {
  return `${PERSON}${personId}`;
}

/** What the person is called; the views may not have seen yet who has just been created. */
export function nameOf(row: LogRow): string | null {
  if (row.personName !== null) return row.personName;
  const { name } = eventData(readingOf(row));
  try {
    return isJsonObject(name) ? displayName(name as unknown as PersonName, 'list') : null;
  } catch {
    return null;
  }
}

/** The first of what an event says that a row has room for. Persons, who would have to be asked for, stand in the detail. */
export function rowLines(lines: readonly WordLine[]): readonly WordLine[] {
  return lines.filter(({ before, after }) => before !== undefined || after !== undefined).slice(0, MOST);
}

export type RowState = 'pending' | 'confirmed' | 'superseded' | 'erased' | 'unknown';

/** What has become of an event, the most telling first. */
export function stateOf({ redacted, status, known }: LogRow): RowState {
  if (redacted) return 'erased';
  if (status === 'superseded') return status;
  return known ? status : 'unknown';
}
