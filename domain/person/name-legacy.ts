/**
 * Names as the systems before this one wrote them. Reading history never refuses: what cannot stand in a
 * name today (controls, blanks) is left out, and a name with nothing left is called `Unknown`.
 */
import { isJsonObject } from './fields/json.ts';
import { isVisibleText } from './fields/text.ts';
import {
  MAX_NAME_LENGTH,
  MAX_NAMES,
  NAME_CONVENTIONS,
  type NameConvention,
  nameOf,
  type PersonName,
} from './name-schema.ts';
import { parsePlainName } from './name-plain.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Every spelling of a part that was ever on the wire; all that are present are read, in this order, what they share once. */
const SPELLINGS = {
  givenNames: ['givenNames', 'given_names', 'given_name', 'given', 'first_name', 'firstName'],
  middleNames: ['middle_names', 'middleNames', 'middle_name', 'middleName', 'middle'],
  familyNames: ['familyNames', 'family_names', 'family_name', 'family', 'last_name', 'lastName'],
  maternalNames: ['maternal_family_name'],
  patronymic: ['patronymic'],
  matronymic: ['matronymic'],
  prefixes: ['prefixes', 'title', 'honorific'],
  suffixes: ['suffixes', 'suffix', 'generational_suffix', 'professional_suffix'],
  preferred: ['preferred', 'preferred_name', 'preferredName', 'preferred_form'],
} as const;

const KNOWN_KEYS: readonly string[] = Object.values(SPELLINGS).flat();
const UNSAFE = /[\p{Cc}\p{Cs}\u2028\u2029]+/gu;
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/gu;

export const UNKNOWN_NAME: PersonName = nameOf({ givenNames: ['Unknown'], convention: 'Mononymic' });

/** A name in today's parts; null where the value holds no name in any form that was ever written. */
export function fromLegacyName(value: unknown): PersonName | null {
  if (typeof value === 'string') return fromPlainText(value);
  if (typeof value !== 'object' || value === null) return null;
  const fields = flatten(value as Fields);
  return KNOWN_KEYS.some((key) => fields[key] !== undefined) ? fromFields(fields) : null;
}

function fromPlainText(text: string): PersonName {
  return complete(parsePlainName(cleanText(text)));
}

/** Version 0.8 put the parts one level down, in `components`. */
function flatten(fields: Fields): Fields {
  const nested = fields['components'];
  return typeof nested === 'object' && nested !== null ? { ...fields, ...nested } : fields;
}

function fromFields(fields: Fields): PersonName {
  const read = (part: keyof typeof SPELLINGS): string[] =>
    SPELLINGS[part].reduce<string[]>(
      (known, key) => [...known, ...texts(fields[key]).filter((text) => !known.includes(text))],
      [],
    );
  const single = (part: 'patronymic' | 'matronymic' | 'preferred') => {
    const [text] = read(part);
    return text === undefined ? {} : { [part]: text };
  };
  return complete({
    givenNames: [...read('givenNames'), ...read('middleNames')],
    familyNames: [...read('familyNames'), ...read('maternalNames')],
    ...single('patronymic'),
    ...single('matronymic'),
    prefixes: [...read('prefixes'), ...heldTitles(fields, false)],
    suffixes: [...read('suffixes'), ...heldTitles(fields, true)],
    ...single('preferred'),
    convention: conventionOf(fields),
  });
}

/**
 * Version 0.8 kept titles beside the name, with dates that a name has no place for; `MD` and the like follow it. What
 * was revoked is no title any more.
 */
function heldTitles(fields: Fields, following: boolean): string[] {
  const titles: readonly unknown[] = Array.isArray(fields['titles']) ? fields['titles'] : [fields['titles']];
  return titles
    .map((title): Fields => (isJsonObject(title) ? title : { title }))
    .filter((title) => (title['title_type'] === 'Professional') === following)
    .filter((title) => texts(title['revoked_date']).length === 0)
    .flatMap(({ title }) => texts(title));
}

function texts(value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values
    .filter((item) => typeof item === 'string')
    .map(cleanText)
    .filter(isVisibleText);
}

function cleanText(text: string): string {
  const safe = text.replace(DIRECTIONS, '').replace(UNSAFE, ' ').normalize('NFC');
  // A cut may halve a sign that takes two code units.
  return safe.trim().slice(0, MAX_NAME_LENGTH).replace(UNSAFE, '').trim();
}

function conventionOf(fields: Fields): NameConvention {
  const named = fields['convention'] ?? fields['naming_convention'] ?? fields['cultural_context'];
  // One with a value of its own was written as an object: `{"Other": "Javanese"}`.
  const variants: readonly unknown[] = isJsonObject(named) ? Object.keys(named) : [named];
  const known = NAME_CONVENTIONS.find((convention) => variants.includes(convention));
  if (known !== undefined) return known;
  return fields['name_order'] === 'FamilyFirst' ? 'EastAsian' : 'Western';
}

function complete(parts: Partial<PersonName>): PersonName {
  const name = bounded(nameOf(parts));
  if (name.givenNames.length + name.familyNames.length === 0) return withoutNames(name);
  if (name.convention !== 'Mononymic') return name;
  const ancestors = [name.patronymic, name.matronymic].filter((part) => part !== undefined);
  const count = name.givenNames.length + name.familyNames.length + ancestors.length;
  return count === 1 ? name : { ...name, convention: 'Other' };
}

function bounded(name: PersonName): PersonName {
  const names = (list: readonly string[]) => list.filter(isVisibleText).slice(0, MAX_NAMES);
  return {
    ...name,
    givenNames: names(name.givenNames),
    familyNames: names(name.familyNames),
    prefixes: names(name.prefixes),
    suffixes: names(name.suffixes),
  };
}

function withoutNames(name: PersonName): PersonName {
  const { patronymic, matronymic, preferred, ...rest } = name;
  const only = preferred ?? patronymic ?? matronymic;
  if (only === undefined) return { ...rest, givenNames: UNKNOWN_NAME.givenNames, convention: 'Mononymic' };
  return { ...rest, givenNames: [only], convention: 'Mononymic' };
}
