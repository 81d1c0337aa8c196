/** Reads values as the former system encoded them. Whatever a value is, reading it never throws. */
import { isJsonObject, type JsonObject } from '../fields/json.ts';

export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

/** Ids of entities were objects (`{"id": "<uuid>"}`), those of components and the documented ones plain text. */
export function idOf(value: unknown): string | undefined {
  return textOf(isJsonObject(value) ? value['id'] : value)?.toLowerCase();
}

/** An enum's variant is its name, one with a value an object with one key: `{"Other": "Mastodon"}`. */
export function variantOf(value: unknown): string | undefined {
  if (!isJsonObject(value)) return textOf(value);
  const [entry, ...more] = Object.entries(value);
  return entry === undefined || more.length > 0 ? undefined : (textOf(entry[1]) ?? entry[0]);
}

const INSTANT =
  /^(?<local>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?<offset>Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * ISO 8601 in UTC with milliseconds; the former system wrote nanoseconds. What names no offset is in UTC: read as
 * local time, it would be another instant on each machine.
 */
export function instantOf(value: unknown): string | undefined {
  const { local, offset = 'Z' } = INSTANT.exec(textOf(value) ?? '')?.groups ?? {};
  if (local === undefined) return undefined;
  const time = Date.parse(local + offset);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** `YYYY-MM-DD`, also of an instant; undefined where no calendar has the day. */
export function dateOf(value: unknown): string | undefined {
  const text = textOf(value);
  const day = text !== undefined && DAY.test(text) ? text : instantOf(value)?.slice(0, 10);
  if (day === undefined || day.startsWith('0000')) return undefined;
  const time = Date.parse(`${day}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : undefined;
}

/** The last moment of a day as the first one of the next. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + 86_400_000).toISOString();
}

/** Its declared type does not say that functions and the like have no text. */
const encoded: (value: unknown) => string | undefined = JSON.stringify;

/** A value as the text of a custom field. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : (encoded(value) ?? '');
}

export function without(object: JsonObject, keys: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.has(key)));
}

export function camelCase(key: string): string {
  return key.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
