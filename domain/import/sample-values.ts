import type { ImportSample } from '../contract/import.ts';
import type { ComponentRule, MappedValue } from '../contract/import-mapping.ts';
import type { JsonObject } from '../person/fields/json.ts';
import { lookUp, type Scope, scopeOf, sourceAt, textValue, valueOf } from './source-values.ts';

const CELL_LENGTH = 120;

function cut(text: string): string {
  return text.length <= CELL_LENGTH ? text : `${text.slice(0, CELL_LENGTH - 1)}…`;
}

/** What a row has at a path, as a table shows it: of a list, how many entries. */
export function cellOf(row: JsonObject, path: string): string | null {
  const found = lookUp(row, path);
  if (found === undefined || found === null || found === '') return null;
  if (Array.isArray(found)) return `${found.length} ${found.length === 1 ? 'entry' : 'entries'}`;
  return cut(typeof found === 'string' ? found : JSON.stringify(found));
}

export interface SampleAsked {
  readonly value: MappedValue;
  readonly each?: ComponentRule['each'];
}

/** Null where the list has no entry. */
function scopeIn(row: JsonObject, each: ComponentRule['each']): Scope | null {
  const scope = scopeOf(row);
  if (each === undefined) return scope;
  const found = typeof each === 'string' ? sourceAt(scope, each) : valueOf(each, scope);
  const [first] = (Array.isArray(found) ? found : [found]) as readonly unknown[];
  return first === undefined || first === null || first === '' ? null : scopeOf(row, first);
}

function sampleOf(row: JsonObject, { value, each }: SampleAsked): ImportSample {
  const scope = scopeIn(row, each);
  if (scope === null) return { text: null, fault: null };
  const text = textValue(value, scope);
  const [fault] = scope.faults;
  if (fault !== undefined) return { text: null, fault: { code: fault.code, message: fault.message } };
  return { text: text === undefined ? null : cut(text), fault: null };
}

/** What values come to in a row, for whoever makes a mapping. */
export function samplesOf(
  row: JsonObject,
  asked: Readonly<Record<string, SampleAsked>>,
): Record<string, ImportSample> {
  return Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, sampleOf(row, value)]));
}
