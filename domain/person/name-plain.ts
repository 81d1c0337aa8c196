import { foldText } from './fold-text.ts';
import { isParticle } from './name-particles.ts';
import { nameOf, type PersonName } from './name-schema.ts';

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|v|phd|md|esq|cpa)$/;
const TITLE = /^(?:mr|mrs|ms|mx|miss|dr|prof|sir|dame|rev|hon|fr|lord|lady)$/;

/**
 * Takes a name written in one line apart, as far as its form says: `Family, Given`, `Given y`, characters,
 * titles, particles in small letters, suffixes. What says nothing is a Western name; one word is a mononym.
 */
export function parsePlainName(text: string): PersonName {
  const line = text.trim().replace(/\s+/gu, ' ');
  if (CJK.test(line)) return parseCharacters(line);
  const commas = line
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [first = '', ...rest] = commas;
  const suffixes = rest.filter((part) => isSuffix(part));
  const given = rest.filter((part) => !isSuffix(part));
  if (given.length === 0) return parseWords(words(first), suffixes);
  return nameOf({
    givenNames: given.flatMap(words),
    ...familyOf(words(first)),
    suffixes,
  });
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}

function isSuffix(word: string): boolean {
  return SUFFIX.test(bare(word));
}

function bare(word: string): string {
  return foldText(word).replaceAll('.', '');
}

function parseWords(all: readonly string[], suffixes: readonly string[]): PersonName {
  const titles = takeWhile(all, (word) => TITLE.test(bare(word)));
  const untitled = all.slice(titles.length);
  const ends = takeWhile([...untitled].slice(1).reverse(), isSuffix).reverse();
  const names = untitled.slice(0, untitled.length - ends.length);
  const name = parseNames(names);
  return { ...name, prefixes: [...titles, ...name.prefixes], suffixes: [...ends, ...suffixes] };
}

function takeWhile(items: readonly string[], accepts: (item: string) => boolean): string[] {
  const end = items.findIndex((item) => !accepts(item));
  return items.slice(0, end === -1 ? items.length : end);
}

function parseNames(names: readonly string[]): PersonName {
  if (names.length <= 1) return nameOf({ givenNames: [...names], convention: 'Mononymic' });
  const and = names.indexOf('y');
  if (and >= 2 && and < names.length - 1) return parseSpanish(names, and);
  const last = names.length - 1;
  const before = [...names.slice(0, last)].reverse();
  const small = takeWhile(before, (word) => isParticle(word) && word === word.toLowerCase());
  const start = last - small.length;
  return nameOf({ givenNames: names.slice(0, start), ...familyOf(names.slice(start)) });
}

function parseSpanish(names: readonly string[], and: number): PersonName {
  return nameOf({
    givenNames: names.slice(0, and - 1),
    familyNames: [names[and - 1] ?? '', names.slice(and + 1).join(' ')],
    convention: 'Spanish',
  });
}

function familyOf(parts: readonly string[]): Pick<PersonName, 'prefixes' | 'familyNames'> {
  const prefixes = takeWhile(parts.slice(0, -1), (word) => isParticle(word) && word === word.toLowerCase());
  return { prefixes, familyNames: [parts.slice(prefixes.length).join(' ')] };
}

/** Without a space only the usual lengths are taken apart: one sign of family name, two where there are four. */
function parseCharacters(line: string): PersonName {
  const [family = '', ...given] = words(line);
  if (given.length > 0) return nameOf({ givenNames: given, familyNames: [family], convention: 'EastAsian' });
  const signs = [...line];
  if (signs.length < 2 || signs.length > 4 || KANA.test(line)) {
    return nameOf({ givenNames: [line], convention: 'Mononymic' });
  }
  const split = signs.length === 4 ? 2 : 1;
  return nameOf({
    givenNames: [signs.slice(split).join('')],
    familyNames: [signs.slice(0, split).join('')],
    convention: 'EastAsian',
  });
}
