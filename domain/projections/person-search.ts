import { nameSearchText, searchTokens } from '../person/name.ts';
import type { Component, ExistingPerson } from '../person/state.ts';

/**
 * The words of a person by class. They are folded here, not in the index, so that search finds `José` by `jose` and
 * a Chinese, Japanese or Korean name by any sign of it.
 */
export interface SearchText {
  readonly name: string;
  readonly email: string;
  readonly employer: string;
  readonly role: string;
  readonly skill: string;
  readonly tag: string;
}

/** How much a hit in each class counts, in the order of `SearchText`. */
export const SEARCH_WEIGHTS = [10, 5, 3, 3, 2, 1] as const;

const MAX_WORDS = 20;

function words(texts: readonly unknown[]): string {
  return searchTokens(texts.filter((text) => typeof text === 'string').join(' ')).join(' ');
}

function valuesOf(components: readonly Component[], type: string, field: string): readonly unknown[] {
  return components.filter((component) => component.type === type).map(({ data }) => data[field]);
}

export function searchText(person: ExistingPerson): SearchText {
  const { components } = person;
  const wordsOf = (type: string, field: string): string => words(valuesOf(components, type, field));
  return {
    name: words([nameSearchText(person.name)]),
    email: wordsOf('EmailAddress', 'address'),
    employer: wordsOf('Employment', 'company'),
    role: wordsOf('Employment', 'position'),
    skill: wordsOf('Skill', 'name'),
    tag: words([...components.flatMap(({ tags }) => tags), ...valuesOf(components, 'Tag', 'name')]),
  };
}

/** What somebody typed, as folded words. Each must begin a word of the person. */
export function searchWords(text: string): readonly string[] {
  return searchTokens(text).slice(0, MAX_WORDS);
}
