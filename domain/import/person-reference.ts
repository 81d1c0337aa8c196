import type { JsonObject } from '../person/fields/json.ts';
import type { ExistingPerson } from '../person/index.ts';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether somebody is there with an id, or will be once the rows above are carried out. */
export type IsThere = (personId: string) => boolean;

/**
 * A source knows others by its own keys. What has the form of an id can be either: it is a key where the source has
 * somebody under it, and else an id.
 */
export function withPersonId(
  data: JsonObject,
  personIdOf: (key: string) => string,
  isThere: IsThere,
): JsonObject {
  const { otherPersonId: other } = data;
  if (typeof other !== 'string' && typeof other !== 'number') return data;
  const key = String(other);
  const personId = personIdOf(key);
  return UUID.test(key) && !isThere(personId) ? data : { ...data, otherPersonId: personId };
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
