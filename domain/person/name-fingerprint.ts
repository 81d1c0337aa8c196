import { isParticle } from './name-particles.ts';
import { UNKNOWN_NAME } from './name-legacy.ts';
import { type PersonName, sameName } from './name-schema.ts';
import { type NameToken, nameToken, nameWords } from './token-similarity.ts';

/** The words of one side of a name, and all of them as one: `Mary Ann` and `Maryann` are the same. */
export interface NameSide {
  readonly tokens: readonly NameToken[];
  readonly joined: string;
}

/** What comparing a name needs, worked out once: comparing is then quick enough for every pair of a block. */
export interface NameFingerprint {
  readonly given: NameSide;
  /** What the person is called, where that is not a given name; without the family name it may hold. */
  readonly called: NameSide;
  readonly family: NameSide;
  /** Both sides together, for names that are not parted. */
  readonly all: NameSide;
  /** `jr`, `sr`, `ii` … where the name says it: father and son are two persons. */
  readonly generation: string | null;
}

const GENERATION = /^(?:jr|sr|junior|senior|i|ii|iii|iv|v|vi)$/;
const GENERATION_FORMS: Readonly<Record<string, string>> = { junior: 'jr', senior: 'sr' };

export function nameFingerprint(name: PersonName): NameFingerprint {
  const parts = sameName(name, UNKNOWN_NAME) ? { ...name, givenNames: [] } : name;
  const given = side(parts.givenNames);
  const family = side([...parts.prefixes.filter(isParticle), ...familyParts(parts)]);
  const familyWords = new Set(family.tokens.map((token) => token.text));
  const called = nameWords(parts.preferred ?? '').filter((word) => !familyWords.has(word));
  return {
    given,
    called: side(called),
    family,
    all: { tokens: [...given.tokens, ...family.tokens], joined: given.joined + family.joined },
    generation: generationOf(parts.suffixes),
  };
}

function familyParts(name: PersonName): string[] {
  const ancestors = [name.patronymic, name.matronymic].filter((part) => part !== undefined);
  return [...ancestors, ...name.familyNames];
}

function side(parts: readonly string[]): NameSide {
  const words = parts.flatMap(nameWords);
  const proper = words.filter((word) => !isParticle(word) || word.length === 1);
  // A family name may consist of nothing but particles: `Le`, `Du`.
  const tokens = (proper.length > 0 ? proper : words).map(nameToken);
  return { tokens, joined: words.join('') };
}

function generationOf(suffixes: readonly string[]): string | null {
  const found = suffixes.flatMap(nameWords).find((word) => GENERATION.test(word));
  return found === undefined ? null : (GENERATION_FORMS[found] ?? found);
}
