import { comparablePhone, phoneKey, withCountryCode } from '../person/contact-keys.ts';
import { nameSearchText, searchTokens } from '../person/name.ts';
import type { Component, ExistingPerson } from '../person/state.ts';

/**
 * The words of a person by class. They are folded here, not in the index, so that search finds `José` by `jose` and
 * a Chinese, Japanese or Korean name by any sign of it.
 */
export interface SearchText {
  readonly name: string;
  readonly email: string;
  /** Telephone numbers, as written and as they are compared, and the ids that other systems have for the person. */
  readonly number: string;
  readonly employer: string;
  readonly role: string;
  readonly skill: string;
  readonly tag: string;
}

/** How much a hit in each class counts, in the order of `SearchText`. */
export const SEARCH_WEIGHTS = [10, 5, 5, 3, 3, 2, 1] as const;

const MAX_WORDS = 20;

function words(texts: readonly unknown[]): string {
  const text = texts.filter((each) => typeof each === 'string').join(' ');
  return text === '' ? '' : searchTokens(text).join(' ');
}

function valuesOf(components: readonly Component[], type: string, field: string): readonly unknown[] {
  return components.filter((component) => component.type === type).map(({ data }) => data[field]);
}

function phoneTexts({ type, data }: Component): readonly unknown[] {
  const { number, countryCode } = data;
  if (type !== 'PhoneNumber' || typeof number !== 'string') return [];
  const code = typeof countryCode === 'string' ? countryCode : '';
  const phone = comparablePhone(withCountryCode(number, code));
  return phone === null ? [number] : [number, phone.digits, phoneKey(phone)];
}

export function searchText(person: ExistingPerson): SearchText {
  const { components } = person;
  const wordsOf = (type: string, field: string): string => words(valuesOf(components, type, field));
  return {
    name: words([nameSearchText(person.name)]),
    email: wordsOf('EmailAddress', 'address'),
    number: words([...components.flatMap(phoneTexts), ...Object.values(person.identities)]),
    employer: wordsOf('Employment', 'company'),
    role: wordsOf('Employment', 'position'),
    skill: wordsOf('Skill', 'name'),
    tag: words([...components.flatMap(({ tags }) => tags), ...valuesOf(components, 'Tag', 'name')]),
  };
}

/** What is looked for: persons who have every word, or the telephone number. */
export interface Sought {
  /** Folded; each must begin a word of the person. */
  readonly words: readonly string[];
  /** What numbers with and without country code have in common; null where the text is no telephone number. */
  readonly phone: string | null;
}

const DIALLED = /^[\d\s()+./-]+$/u;

export function sought(text: string): Sought {
  const phone = DIALLED.test(text) ? comparablePhone(text) : null;
  return { words: searchTokens(text).slice(0, MAX_WORDS), phone: phone === null ? null : phoneKey(phone) };
}
