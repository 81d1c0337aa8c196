import type { EventRow } from '../../../domain/contract/views.ts';

export type Data = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export const objectOf = (value: unknown): Data => (isObject(value) ? value : {});

/** What an event carries; nothing where it is no JSON object, for history is of any shape. */
export function eventData(row: Pick<EventRow, 'data'>): Data {
  try {
    return objectOf(JSON.parse(row.data));
  } catch {
    return {};
  }
}
