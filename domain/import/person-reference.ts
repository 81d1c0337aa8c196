import type { JsonObject } from '../person/fields/json.ts';
import type { ExistingPerson } from '../person/index.ts';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** A source knows others by its own keys: what has not the form of an id is the key of a person of the same source. */
export function withPersonId(data: JsonObject, personIdOf: (key: string) => string): JsonObject {
  const { otherPersonId: other } = data;
  if (typeof other !== 'string' && typeof other !== 'number') return data;
  const key = String(other);
  return UUID.test(key) ? data : { ...data, otherPersonId: personIdOf(key) };
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
