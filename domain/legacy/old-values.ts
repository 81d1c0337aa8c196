/** Values as the former system encoded them: serde with chrono, enums by the names of their variants. */
import { isJsonObject, type JsonObject } from '../person/fields/json.ts';
import { nameParts, type PersonName } from '../person/name-schema.ts';

/** The source of what has none, and whose messages are marked as a bridge's. */
export const CONSOLE = 'person-console';

/** Written where the former system could not do without a text. */
export const NOT_RECORDED = 'Not recorded';

export function entityId(id: string): { readonly id: string } {
  return { id };
}

/** It wrote no more digits of a second than it took. */
export function oldInstant(instant: string): string {
  return instant.replace(/\.000Z$/, 'Z');
}

/** It kept days of components as their first instant. */
export function oldDay(day: unknown): string | null {
  return typeof day === 'string' ? `${day}T00:00:00Z` : null;
}

export interface OldName {
  readonly given_name: string;
  readonly family_name: string;
  readonly middle_names: readonly string[];
  readonly preferred_name: string | null;
  readonly honorific: string | null;
  readonly suffix: string | null;
}

function joined(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.join(' ');
}

/** Two names and what stands between them: of a name that knows more, what was spoken stays in its order. */
export function oldName(name: PersonName): OldName {
  const families = name.familyNames.join(' ');
  const given = families === '' ? nameParts(name) : nameParts(name).slice(0, -name.familyNames.length);
  const [first = '', ...middle] = given;
  return {
    given_name: first,
    family_name: families,
    middle_names: middle,
    preferred_name: name.preferred ?? null,
    honorific: joined(name.prefixes),
    suffix: joined(name.suffixes),
  };
}

const OLD_TYPES: ReadonlySet<string> = new Set([
  ...[
    'EmailAddress',
    'PhoneNumber',
    'MessagingApp',
    'Address',
    'Employment',
    'Affiliation',
    'Project',
    'Skill',
  ],
  ...['Certification', 'Education', 'SocialProfile', 'Website', 'ProfessionalNetwork', 'Relationship'],
  ...['CommunicationPreferences', 'PrivacyPreferences', 'GeneralPreferences'],
  ...['CustomerSegment', 'BehavioralData', 'Tag', 'CustomAttribute'],
]);

/** A type that came later was one that somebody had made up. */
export function oldComponentType(type: string): string | { readonly Custom: string } {
  return OLD_TYPES.has(type) ? type : { Custom: type };
}

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Fields of a component by the names that they had; those of today alone keep theirs, spelt as the others were. */
export function oldFields(data: JsonObject, names: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      Object.hasOwn(names, key) ? (names[key] ?? key) : snakeCase(key),
      isJsonObject(value) ? oldFields(value, {}) : value,
    ]),
  );
}
