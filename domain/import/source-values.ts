import type { MappedValue } from '../contract/import-mapping.ts';
import { isJsonObject, type JsonObject } from '../person/fields/json.ts';
import { shortened } from './shortened.ts';
import { applyStep, type Scalar, type StepFault } from './steps.ts';

/** Why a row cannot be taken. `field`: the column or path to mend. */
export interface RowFault {
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
  /** What stands there in the file, cut short; null or left out where nothing does. */
  readonly value?: string | null;
}

/** Where something of a person comes from. */
export interface SourcePlace {
  /** The column or path, several where it is made of them; blank where it comes from none. */
  readonly column: string;
  /** What stands there in the file, for whoever looks for it; null where nothing does. */
  readonly given: () => string | null;
}

/** Where values are looked up, and what was found on the way. */
export interface Scope {
  readonly row: JsonObject;
  /** What paths start from: the row, or an entry of a nested list. */
  readonly entry: unknown;
  readonly faults: RowFault[];
  /** How many values of the source were given: constants alone say nothing about a person. */
  given: number;
}

export type Value = Scalar | readonly Scalar[];

const IN_ROW = '$.';
const ITSELF = '.';

export function scopeOf(row: JsonObject, entry: unknown = row): Scope {
  return { row, entry, faults: [], given: 0 };
}

/** A column may have dots in its name: as a whole it counts before its parts. */
export function lookUp(from: unknown, path: string): unknown {
  if (path === ITSELF) return from;
  if (isJsonObject(from) && Object.hasOwn(from, path)) return from[path];
  let at: unknown = from;
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as JsonObject)[key];
  }
  return at;
}

export function sourceAt({ row, entry }: Scope, path: string): unknown {
  return path.startsWith(IN_ROW) ? lookUp(row, path.slice(IN_ROW.length)) : lookUp(entry, path);
}

/** Blank is as good as not given. */
function tidy(found: unknown): unknown {
  if (found === null || found === undefined) return undefined;
  if (typeof found !== 'string') return found;
  const text = found.trim();
  return text === '' ? undefined : text;
}

export function isGiven(scope: Scope, path: string): boolean {
  const found = tidy(sourceAt(scope, path));
  return Array.isArray(found) ? found.length > 0 : found !== undefined;
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function simple(found: unknown, path: string, scope: Scope): Value | undefined {
  if (isScalar(found)) return found;
  const list = Array.isArray(found) ? found.map(tidy).filter((one) => one !== undefined) : null;
  if (list?.every(isScalar) === true) return list.length === 0 ? undefined : list;
  const message = `${path} is no single value: name one of the fields inside it, or map it as a nested list`;
  scope.faults.push({ code: 'value-nested', message, field: path });
  return undefined;
}

function fromSource(path: string, scope: Scope): Value | undefined {
  const found = tidy(sourceAt(scope, path));
  const value = found === undefined ? undefined : simple(found, path, scope);
  if (value !== undefined) scope.given += 1;
  return value;
}

type Stepped = Extract<MappedValue, { readonly then: unknown }>;

/** What stands at some paths, as the file has it; of a nested list, where it stands is enough. */
export function asInFile(paths: readonly string[], scope: Scope): string | null {
  const found = paths.map((path) => tidy(sourceAt(scope, path))).filter((one) => one !== undefined);
  const texts = found.map((one) => (isScalar(one) ? String(one) : JSON.stringify(one)));
  return texts.length === 0 ? null : shortened(texts.join(', '));
}

/** A step tells what reached it: where others changed that, the file has something else. */
function stepFault(
  { code, message }: StepFault,
  mapped: Stepped,
  isChanged: boolean,
  scope: Scope,
): RowFault {
  const paths = pathsOf(mapped);
  const field = paths.join(', ');
  const value = asInFile(paths, scope);
  const shown = isChanged && value !== null ? ` “${value}”` : '';
  return { code, message: `${field}${shown}: ${message}`, field, value };
}

function afterSteps(value: Value | undefined, mapped: Stepped, scope: Scope): Value | undefined {
  let now = value;
  for (const step of mapped.then) {
    if (now === undefined) return undefined;
    const done = applyStep(step, now);
    if ('fault' in done) {
      scope.faults.push(stepFault(done.fault, mapped, now !== value, scope));
      return undefined;
    }
    // A table may have no word for something: blank is as good as not given here too.
    now = done.value === '' ? undefined : done.value;
  }
  return now;
}

function textOf(value: Value): string {
  return Array.isArray(value) ? value.join(' ') : String(value);
}

type Joined = Extract<MappedValue, { readonly join: unknown }>;

function join(mapped: Joined, scope: Scope): Value | undefined {
  const before = scope.given;
  const parts = mapped.join.map((part) => valueOf(part, scope)).filter((part) => part !== undefined);
  return scope.given === before ? undefined : parts.map(textOf).join(mapped.with);
}

function firstGiven(choices: readonly MappedValue[], scope: Scope): Value | undefined {
  for (const choice of choices) {
    const value = valueOf(choice, scope);
    if (value !== undefined) return value;
  }
  return undefined;
}

type Conditional = Exclude<MappedValue, string>;

function holds({ if: wanted, unless }: Conditional, scope: Scope): boolean {
  if (wanted !== undefined && !isGiven(scope, wanted)) return false;
  return unless === undefined || !isGiven(scope, unless);
}

/** The paths that a value is made of, for whoever has to mend it. */
export function pathsOf(mapped: MappedValue): readonly string[] {
  if (typeof mapped === 'string') return [mapped];
  if ('path' in mapped) return [mapped.path];
  if ('join' in mapped) return mapped.join.flatMap(pathsOf);
  return 'first' in mapped ? mapped.first.flatMap(pathsOf) : [];
}

/** Where some values come from; asked what stands there only if somebody has to mend it. */
export function placeOf(mapped: readonly MappedValue[], scope: Scope, under = ''): SourcePlace {
  const paths = mapped.flatMap(pathsOf);
  const column = paths.map((path) => `${under}${path}`).join(', ');
  return { column, given: () => asInFile(paths, scope) };
}

/** Undefined where the source does not give it, or a fault was found. */
export function valueOf(mapped: MappedValue, scope: Scope): Value | undefined {
  if (typeof mapped === 'string') return fromSource(mapped, scope);
  if (!holds(mapped, scope)) return undefined;
  if ('constant' in mapped) return mapped.constant;
  if ('path' in mapped) return afterSteps(fromSource(mapped.path, scope), mapped, scope);
  const value = 'join' in mapped ? join(mapped, scope) : firstGiven(mapped.first, scope);
  return afterSteps(value, mapped, scope);
}

/** As one text; a list is written one after the other. */
export function textValue(mapped: MappedValue, scope: Scope): string | undefined {
  const value = valueOf(mapped, scope);
  return value === undefined ? undefined : textOf(value);
}

export function listValue(mapped: readonly MappedValue[], scope: Scope): Scalar[] {
  return mapped.flatMap((one) => valueOf(one, scope) ?? []);
}
