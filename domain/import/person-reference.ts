import type { JsonObject } from '../person/fields/json.ts';
import type { ExistingPerson, PersonState } from '../person/index.ts';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whom a row refers to, as far as the row itself can tell. */
export interface PersonReference {
  readonly data: JsonObject;
  /** Whom the same source would know by this key, where it has the form of an id as well; else null. */
  readonly otherByKey: string | null;
}

/** A source knows others by its own keys: what has not the form of an id is the key of a person of the same source. */
export function personReference(data: JsonObject, personIdOf: (key: string) => string): PersonReference {
  const { otherPersonId: other } = data;
  if (typeof other !== 'string' && typeof other !== 'number') return { data, otherByKey: null };
  const byKey = personIdOf(String(other));
  if (UUID.test(String(other))) return { data, otherByKey: byKey };
  return { data: { ...data, otherPersonId: byKey }, otherByKey: null };
}

/** Keys can have the form of ids: it is a key where the source has such a person, the row's own among them. */
export function referredTo(
  { data, otherByKey }: PersonReference,
  personId: string,
  reference: (personId: string) => PersonState | undefined,
): JsonObject {
  if (otherByKey === null) return data;
  const isKey = otherByKey === personId || reference(otherByKey) !== undefined;
  return isKey ? { ...data, otherPersonId: otherByKey } : data;
}

/** Whom a row before this one creates: that they are there is all that is asked of them. */
export function plannedPerson(personId: string, now: string): ExistingPerson {
  return {
    exists: true,
    personId,
    version: 1,
    name: { givenNames: [], familyNames: [], prefixes: [], suffixes: [], convention: 'Western' },
    source: null,
    sourceSystem: null,
    importId: null,
    birthDate: null,
    lifecycle: { status: 'active' },
    components: [],
    location: null,
    identities: {},
    metadata: {},
    createdAt: now,
    createdBy: null,
    updatedAt: now,
    updatedBy: null,
  };
}
