import { isJsonObject } from '../../../domain/contract/forms.ts';
import type { ComponentRule, ImportMapping, MappedValue } from '../../../domain/contract/import-mapping.ts';

/** Where in a mapping something stands. */
export type Place = readonly (string | number)[];

/** A place as one text: the name of its input, of its sample and of what is wrong there. */
export function placeName(place: Place): string {
  return place.join('/');
}

export function valueAt(mapping: unknown, place: Place): unknown {
  let at = mapping;
  for (const key of place) at = (at as Readonly<Record<string | number, unknown>> | undefined)?.[key];
  return at;
}

function inList(list: readonly unknown[], at: number, value: unknown): readonly unknown[] {
  if (value === undefined) return list.filter((_, index) => index !== at);
  return at < list.length ? list.with(at, value) : [...list, value];
}

function withValue(node: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === 'number') {
    const list: readonly unknown[] = Array.isArray(node) ? node : [];
    return inList(list, key, withValue(list[key], rest, value));
  }
  const object = isJsonObject(node) ? node : {};
  const inner = withValue(object[key], rest, value);
  if (inner !== undefined) return { ...object, [key]: inner };
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

/** The mapping with something else in a place; undefined takes away what is there. */
export function edited(mapping: ImportMapping, place: Place, value: unknown): ImportMapping {
  return withValue(mapping, place, value) as ImportMapping;
}

/** Names of rules are part of the ids, so each has its own. */
export function freeFact(mapping: ImportMapping, type: string, wanted: string): string {
  const taken = new Set(mapping.components.filter((rule) => rule.type === type).map(({ fact }) => fact));
  for (let number = 1; ; number += 1) {
    const fact = number === 1 ? wanted : `${wanted} ${number}`;
    if (!taken.has(fact)) return fact;
  }
}

export function newRule(mapping: ImportMapping, type: ComponentRule['type']): ComponentRule {
  const fact = freeFact(mapping, type, type.toLowerCase());
  return { type, fact, needs: [], data: {}, custom: {} };
}

/** A column that no field is for, kept with the person under its own name. */
export function asAttribute(mapping: ImportMapping, path: string): ImportMapping {
  const rule: ComponentRule = {
    ...newRule(mapping, 'CustomAttribute'),
    fact: freeFact(mapping, 'CustomAttribute', path.slice(0, 90)),
    data: { name: { constant: path.slice(0, 100) }, value: path },
  };
  return { ...mapping, components: [...mapping.components, rule] };
}

/** A value in its place, with the list that its paths start from. */
export interface PlacedValue {
  readonly place: Place;
  readonly value: MappedValue;
  readonly each: ComponentRule['each'];
}

type OneOrMore = MappedValue | readonly MappedValue[] | undefined;

function placed(place: Place, value: OneOrMore, each?: ComponentRule['each']): readonly PlacedValue[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [{ place, value: value as MappedValue, each }];
  return (value as readonly MappedValue[]).map((one, index) => ({
    place: [...place, index],
    value: one,
    each,
  }));
}

function inRecord(place: Place, record: Readonly<Record<string, OneOrMore>>, each?: ComponentRule['each']) {
  return Object.entries(record).flatMap(([key, value]) => placed([...place, key], value, each));
}

function inRule(rule: ComponentRule, index: number): readonly PlacedValue[] {
  const place = ['components', index];
  return [
    ...placed([...place, 'key'], rule.key, rule.each),
    ...inRecord([...place, 'data'], rule.data, rule.each),
    ...inRecord([...place, 'custom'], rule.custom, rule.each),
  ];
}

/** Every value of a mapping, in the order in which the form shows them. */
export function valuesIn({ key, person, components }: ImportMapping): readonly PlacedValue[] {
  return [
    ...placed(['key'], key),
    ...inRecord(['person', 'name'], person.name),
    ...placed(['person', 'birthDate'], person.birthDate),
    ...placed(['person', 'location'], person.location),
    ...inRecord(['person', 'identities'], person.identities),
    ...inRecord(['person', 'metadata'], person.metadata),
    ...components.flatMap(inRule),
  ];
}
