import type { ComponentRule, MappedValue } from '../contract/import-mapping.ts';
import { isHostileKey, isJsonObject, type JsonObject } from '../person/fields/json.ts';
import { type PersonReference, personReference } from './person-reference.ts';
import {
  isGiven,
  listValue,
  pathsOf,
  placeOf,
  type Scope,
  sourceAt,
  type SourcePlace,
  textValue,
  valueOf,
} from './source-values.ts';

export interface WantedComponent extends PersonReference {
  readonly componentId: string;
  readonly type: ComponentRule['type'];
  readonly custom: Readonly<Record<string, string>>;
  readonly primary: boolean | undefined;
  readonly verified: boolean | undefined;
  /** Field of the data → where it comes from, for whoever has to mend it. */
  readonly origins: Readonly<Record<string, SourcePlace>>;
}

/** How ids follow from what a row says. */
export interface ToIds {
  readonly component: (parts: readonly (string | number)[]) => string;
  /** Of the person whom the same source knows by a key. */
  readonly person: (key: string) => string;
}

/** More than this is no list of facts about one person, but something else. */
export const MAX_ENTRIES = 1000;

function withNested(data: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? path;
  let at = data;
  for (const key of keys) {
    const inner = isJsonObject(at[key]) ? (at[key] as Record<string, unknown>) : {};
    at[key] = inner;
    at = inner;
  }
  at[last] = value;
}

function fieldValue(mapped: MappedValue | readonly MappedValue[], scope: Scope): unknown {
  if (!Array.isArray(mapped)) return valueOf(mapped as MappedValue, scope);
  const list = listValue(mapped as readonly MappedValue[], scope);
  return list.length === 0 ? undefined : list;
}

function dataOf(rule: ComponentRule, scope: Scope): JsonObject {
  const data: Record<string, unknown> = {};
  for (const [field, mapped] of Object.entries(rule.data)) {
    if (field.split('.').some(isHostileKey)) continue;
    const value = fieldValue(mapped, scope);
    if (value !== undefined) withNested(data, field, value);
  }
  return data;
}

function customOf(rule: ComponentRule, scope: Scope): Record<string, string> {
  const entries = Object.entries(rule.custom).flatMap(([key, mapped]) => {
    const value = textValue(mapped, scope);
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(entries);
}

function originsOf(rule: ComponentRule, scope: Scope): Record<string, SourcePlace> {
  const under = rule.each === undefined ? '' : `${pathsOf(rule.each).join('')}.`;
  const entries = Object.entries(rule.data).map(([field, mapped]) => {
    const values = Array.isArray(mapped) ? mapped : [mapped];
    return [field, placeOf(values, scope, under)] as const;
  });
  return Object.fromEntries(entries.filter(([, { column }]) => column !== ''));
}

/** None where the entry gives nothing of it, or not what it needs. */
function componentIn(rule: ComponentRule, scope: Scope, index: number, toIds: ToIds): WantedComponent[] {
  if (!rule.needs.every((path) => isGiven(scope, path))) return [];
  const before = scope.given;
  const data = dataOf(rule, scope);
  if (scope.given === before) return [];
  const key = rule.key === undefined ? undefined : textValue(rule.key, scope);
  const { type, fact, primary, verified } = rule;
  return [
    {
      componentId: toIds.component([type, fact, key ?? index]),
      type,
      ...(type === 'Relationship' ? personReference(data, toIds.person) : { data, otherByKey: null }),
      custom: customOf(rule, scope),
      primary,
      verified,
      origins: originsOf(rule, scope),
    },
  ];
}

function entriesOf({ each }: ComponentRule, scope: Scope): readonly unknown[] {
  if (each === undefined) return [scope.row];
  const found = typeof each === 'string' ? sourceAt(scope, each) : valueOf(each, scope);
  if (found === undefined || found === null || found === '') return [];
  const list: readonly unknown[] = Array.isArray(found) ? found : [found];
  if (list.length <= MAX_ENTRIES) return list;
  const field = pathsOf(each).join('');
  const message = `${field} has ${list.length} entries; at most ${MAX_ENTRIES} can be taken`;
  scope.faults.push({ code: 'list-too-long', message, field });
  return [];
}

/** What several rules or entries say alike is one component: as the last of them has it. */
export function wantedComponents(
  rules: readonly ComponentRule[],
  scope: Scope,
  toIds: ToIds,
): readonly WantedComponent[] {
  const wanted = new Map<string, WantedComponent>();
  for (const rule of rules) {
    for (const [index, entry] of entriesOf(rule, scope).entries()) {
      // A scope of its own counts what it is given; its faults are the row's.
      const inner: Scope = { row: scope.row, entry, faults: scope.faults, given: 0 };
      for (const component of componentIn(rule, inner, index, toIds))
        wanted.set(component.componentId, component);
    }
  }
  return [...wanted.values()];
}
