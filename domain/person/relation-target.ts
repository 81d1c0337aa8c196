import { textIn } from './components/component-type.ts';
import type { JsonObject } from './fields/json.ts';
import { foldText } from './fold-text.ts';

/** Whom or what a relationship is with. */
export type RelationTarget =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'organization' | 'location'; readonly name: string };

/** What keeps the target in the data of a relationship, by type. */
const named: Readonly<Record<string, 'organization' | 'location'>> = {
  OrganizationRelationship: 'organization',
  LocationRelationship: 'location',
};

const LONGEST = 200;

/** A target as one text that finds everybody who is related to it, whatever way its name is written. */
export function targetKey(target: RelationTarget): string {
  const value = target.kind === 'person' ? target.personId.trim().toLowerCase() : foldText(target.name);
  return `${target.kind}:${value}`.slice(0, LONGEST);
}

/** Whom or what a component relates the person to; null where it does no such thing. */
export function relationTarget(type: string, data: JsonObject): RelationTarget | null {
  if (type === 'Relationship') {
    const personId = textIn(data, 'otherPersonId');
    return personId === undefined ? null : { kind: 'person', personId };
  }
  const kind = Object.hasOwn(named, type) ? named[type] : undefined;
  const name = kind === undefined ? undefined : textIn(data, kind);
  return kind === undefined || name === undefined ? null : { kind, name };
}
