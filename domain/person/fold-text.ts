/**
 * Folding makes texts comparable: `foldText('Łukasz  STRAẞE')` is `lukasz strasse`. Signs that carry a
 * different letter in their script (Indic vowels, Thai tones, the voicing of kana) stay; signs that only
 * adorn one (Latin, Greek, Cyrillic accents, Hebrew points, Arabic short vowels) go.
 */

const ADORNING_MARKS =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu;

const PLAIN_ASCII = /^[!-~]+(?: [!-~]+)*$/;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const APOSTROPHES = /[\u0060\u00b4\u02b9\u02bb-\u02bf\u02c8\u2018-\u201b\u2032\u2035\uff07]/gu;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/gu;
const SPACES = /[\s\p{Z}\p{Cc}]+/gu;

/** Letters that Unicode does not take apart, although people write them either way. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'ng',
  ı: 'i',
  ĸ: 'k',
  ə: 'e',
  ɖ: 'd',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ـ: '',
};
const MAPPED_LETTERS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/** The comparable form of a text: no case, no adorning marks, one kind of apostrophe, dash and space. */
export function foldText(text: string): string {
  if (PLAIN_ASCII.test(text) && !text.includes('`')) return text.toLowerCase();
  return text
    .replace(APOSTROPHES, "'")
    .normalize('NFKD')
    .replace(ADORNING_MARKS, '')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(ADORNING_MARKS, '')
    .replace(MAPPED_LETTERS, (letter) => LETTERS[letter] ?? letter)
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
    .replace(SPACES, ' ')
    .trim()
    .normalize('NFC');
}

/** A letter of a script that writes words without spaces between them (its symbols are no words), with the marks that follow it. */
const TOKENS =
  /[[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}ー]&&[\p{L}\p{N}]]\p{M}*|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}ー]]+/gv;
const PLAIN_TOKENS = /[a-z0-9]+/g;
const ASCII = /^[ -~]*$/;

/**
 * Folded words in their order, apostrophes dropped (`O'Brien` → `obrien`); each Chinese, Japanese or
 * Korean character is a word of its own, so that a search finds inside names written without spaces.
 */
export function searchTokens(text: string): string[] {
  const folded = foldText(text).replaceAll("'", '');
  return folded.match(ASCII.test(folded) ? PLAIN_TOKENS : TOKENS) ?? [];
}
