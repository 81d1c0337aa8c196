import type { JsonObject } from '../../domain/contract/forms.ts';
import type { EventRow } from '../../domain/contract/views.ts';
import { objectOf } from './json-object.ts';

export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** An event of an older version as it reads today. */
export function readingOf<Row extends Pick<EventRow, 'type' | 'data' | 'reading'>>(row: Row): Row {
  return row.reading === null ? row : { ...row, ...row.reading };
}

/** What an event carries; nothing where it is no JSON object, for history is of any shape. */
export function eventData(row: Pick<EventRow, 'data'>): JsonObject {
  try {
    return objectOf(JSON.parse(row.data));
  } catch {
    return {};
  }
}
