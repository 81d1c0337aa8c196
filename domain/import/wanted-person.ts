import type { ImportMapping, MappedValue } from '../contract/import-mapping.ts';
import type { JsonObject } from '../person/fields/json.ts';
import { parsePlainName } from '../person/name-plain.ts';
import type { PersonName } from '../person/name-schema.ts';
import { wantedComponents, type WantedComponent } from './wanted-components.ts';
import {
  listValue,
  pathsOf,
  placeOf,
  type RowFault,
  type Scope,
  scopeOf,
  type SourcePlace,
  textValue,
} from './source-values.ts';

/** The same namespace and name give the same id (UUID version 5): handed in, as everybody has a faster one. */
export type DeriveId = (namespace: string, name: string) => string;

const NAMESPACE = '0f3c1f9e-7a55-5b0e-9a66-2d6b1c0f5d21';

/** What a row says of a person. What is left out it says nothing about. */
export interface WantedPerson {
  readonly key: string;
  readonly personId: string;
  readonly name: Partial<PersonName>;
  readonly birthDate: string | undefined;
  readonly location: string | undefined;
  readonly identities: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
  /** `name`, `name.givenNames`, `birthDate`, … → where it comes from. */
  readonly origins: Readonly<Record<string, SourcePlace>>;
  /** Each id once. */
  readonly components: readonly WantedComponent[];
}

export type ReadRow =
  | { readonly ok: true; readonly wanted: WantedPerson }
  | {
      readonly ok: false;
      readonly key: string | null;
      readonly faults: readonly [RowFault, ...RowFault[]];
      /** What can be read of it, to find what else is wrong; null where it does not say who it is about. */
      readonly wanted: WantedPerson | null;
    };

const LISTS = ['givenNames', 'familyNames', 'prefixes', 'suffixes'] as const;
const PARTS = ['patronymic', 'matronymic', 'preferred', 'convention'] as const;

function isSaid([, value]: readonly [string, unknown]): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

function nameIn({ person: { name } }: ImportMapping, scope: Scope): Partial<PersonName> {
  const whole = name.whole === undefined ? undefined : textValue(name.whole, scope);
  const lists = LISTS.map((part) => [part, listValue(name[part] ?? [], scope).map(String)] as const);
  const parts = PARTS.map((part) => {
    const mapped = name[part];
    return [part, mapped === undefined ? undefined : textValue(mapped, scope)] as const;
  });
  const base = whole === undefined ? {} : parsePlainName(whole);
  return Object.fromEntries([...Object.entries(base), ...lists, ...parts].filter(isSaid));
}

function texts(mapped: Readonly<Record<string, MappedValue>>, scope: Scope): Record<string, string> {
  const entries = Object.entries(mapped).map(([key, value]) => [key, textValue(value, scope)] as const);
  return Object.fromEntries(
    entries.filter((entry): entry is readonly [string, string] => entry[1] !== undefined),
  );
}

function keyFault({ key }: ImportMapping): RowFault {
  const field = pathsOf(key).join(', ');
  const message = `The row does not say who it is about: fill in ${field}`;
  return { code: 'key-missing', message, field };
}

function listed(value: MappedValue | readonly MappedValue[] | undefined): readonly MappedValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly MappedValue[]) : [value as MappedValue];
}

function under(what: string, values: Readonly<Record<string, MappedValue | MappedValue[] | undefined>>) {
  return Object.entries(values).map(([key, value]) => [`${what}.${key}`, listed(value)] as const);
}

function originsOf({ person }: ImportMapping, scope: Scope): Record<string, SourcePlace> {
  const { name, birthDate, location, identities, metadata } = person;
  const { whole, ...parts } = name;
  const all = [
    ['name', Object.values(name).flatMap(listed)] as const,
    // A name on one line is taken apart into all of them.
    ...(whole === undefined ? under('name', parts) : []),
    ['birthDate', listed(birthDate)] as const,
    ['location', listed(location)] as const,
    ['metadata', Object.values(metadata)] as const,
    ...under('identities', identities),
  ];
  return Object.fromEntries(all.map(([part, values]) => [part, placeOf(values, scope)]));
}

export function personIdFor(mapping: Pick<ImportMapping, 'source'>, key: string, derive: DeriveId): string {
  return derive(NAMESPACE, JSON.stringify(['person', mapping.source, key]));
}

/** Reads a row as the mapping says. Nothing is decided here: whether it can stand, the domain says. */
export function readRow(mapping: ImportMapping, row: JsonObject, derive: DeriveId): ReadRow {
  const scope = scopeOf(row);
  const key = textValue(mapping.key, scope);
  if (key === undefined)
    return { ok: false, key: null, faults: [scope.faults[0] ?? keyFault(mapping)], wanted: null };
  const personId = personIdFor(mapping, key, derive);
  const { person } = mapping;
  const one = (mapped: MappedValue | undefined) =>
    mapped === undefined ? undefined : textValue(mapped, scope);
  const wanted: WantedPerson = {
    key,
    personId,
    name: nameIn(mapping, scope),
    birthDate: one(person.birthDate),
    location: one(person.location),
    identities: texts(person.identities, scope),
    metadata: texts(person.metadata, scope),
    origins: originsOf(mapping, scope),
    components: wantedComponents(mapping.components, scope, {
      component: (parts) => derive(personId, JSON.stringify(parts)),
      person: (other) => personIdFor(mapping, other, derive),
    }),
  };
  const [first, ...more] = scope.faults;
  return first === undefined ? { ok: true, wanted } : { ok: false, key, faults: [first, ...more], wanted };
}
