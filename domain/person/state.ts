import type { JsonObject } from './fields/json.ts';
import type { PersonName } from './name.ts';

/** Dates are `YYYY-MM-DD`, instants (`since`, `createdAt`, …) ISO 8601 in UTC. */
export type Lifecycle =
  | { readonly status: 'active' }
  | { readonly status: 'suspended'; readonly reason: string; readonly since: string }
  | { readonly status: 'archived'; readonly reason: string; readonly since: string }
  | { readonly status: 'deceased'; readonly dateOfDeath: string; readonly since: string }
  | {
      readonly status: 'merged';
      readonly into: string;
      /** A `MergeReason`, or what the former system said. */
      readonly reason: string;
      readonly since: string;
    };

export type PersonStatus = Lifecycle['status'];

interface Stamps {
  readonly createdAt: string;
  /** Null where a legacy event names nobody. */
  readonly createdBy: string | null;
  readonly updatedAt: string;
  readonly updatedBy: string | null;
}

export interface Component extends Stamps {
  readonly componentId: string;
  /** A `ComponentType`, or whatever an older or newer program has written. */
  readonly type: string;
  readonly data: JsonObject;
  readonly primary: boolean;
  readonly verified: boolean;
  readonly tags: readonly string[];
  readonly custom: Readonly<Record<string, string>>;
}

export interface ExistingPerson extends Stamps {
  readonly exists: true;
  readonly personId: string;
  /** Version of the stream: counts every event, those that this program does not know included. */
  readonly version: number;
  readonly name: PersonName;
  readonly source: string | null;
  readonly sourceSystem: string | null;
  readonly importId: string | null;
  readonly birthDate: string | null;
  readonly lifecycle: Lifecycle;
  /** In the order in which they were added. No two have the same id. */
  readonly components: readonly Component[];
  readonly location: string | null;
  /** Other system → the id under which it knows the person. */
  readonly identities: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
}

export type PersonState = { readonly exists: false } | ExistingPerson;

export const unknownPerson: PersonState = { exists: false };

export function componentOf(person: ExistingPerson, componentId: string): Component | undefined {
  return person.components.find((component) => component.componentId === componentId);
}

/** Oldest first. */
export function componentsOfType(person: ExistingPerson, type: string): Component[] {
  return person.components.filter((component) => component.type === type);
}
