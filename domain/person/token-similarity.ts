import { foldText } from './fold-text.ts';
import { type NicknameForms, nicknameForms } from './nicknames.ts';

/** One folded word of a name with what comparing it needs, worked out once. */
export interface NameToken {
  readonly text: string;
  readonly forms: NicknameForms | undefined;
}

/** How far two words of a name agree, 0 to 1. */
export const TOKEN_DEGREES = {
  same: 1,
  /** Two spellings of one name, or a name and its short form. */
  variant: 0.95,
  oneEdit: 0.9,
  /** Two letters wrong in a long word. */
  twoEdits: 0.8,
  initial: 0.8,
  /** Two short forms of one name. */
  shortForms: 0.7,
  different: 0,
} as const;

const LONG_WORD = 8;
const SHORT_WORD = 3;
const INITIAL = /^\p{L}$/u;
const CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

export function nameToken(text: string): NameToken {
  return { text, forms: nicknameForms(text) };
}

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

/** Folded words; unlike a search, a comparison keeps names written in characters whole. */
export function nameWords(text: string): string[] {
  return foldText(text).replaceAll("'", '').match(WORDS) ?? [];
}

export function compareFamilyTokens(a: NameToken, b: NameToken): number {
  if (a.text === b.text) return isInitial(a.text) ? TOKEN_DEGREES.initial : TOKEN_DEGREES.same;
  return initialDegree(a.text, b.text) ?? editDegree(a.text, b.text);
}

export function compareGivenTokens(a: NameToken, b: NameToken): number {
  if (a.text === b.text) return isInitial(a.text) ? TOKEN_DEGREES.initial : TOKEN_DEGREES.same;
  const initial = initialDegree(a.text, b.text);
  if (initial !== undefined) return initial;
  // Two known names are two names, not one with a typing error: Alexander and Alexandra are twins.
  if (a.forms !== undefined && b.forms !== undefined) return formsDegree(a.forms, b.forms);
  return differsInGender(a.text, b.text) ? TOKEN_DEGREES.different : editDegree(a.text, b.text);
}

function isInitial(text: string): boolean {
  return INITIAL.test(text) && !CHARACTER.test(text);
}

/** `undefined` where neither is an initial. */
function initialDegree(a: string, b: string): number | undefined {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length > 2 || !isInitial(short)) return undefined;
  return long.startsWith(short) ? TOKEN_DEGREES.initial : TOKEN_DEGREES.different;
}

function formsDegree(a: NicknameForms, b: NicknameForms): number {
  if (share(a.full, b.full) || share(a.full, b.short) || share(a.short, b.full)) return TOKEN_DEGREES.variant;
  return share(a.short, b.short) ? TOKEN_DEGREES.shortForms : TOKEN_DEGREES.different;
}

function share(a: readonly number[], b: readonly number[]): boolean {
  return a.some((line) => b.includes(line));
}

/** Ivan and Ivana, Mario and Maria: one letter, but of a brother and a sister. */
function differsInGender(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (`${short}a` === long) return true;
  return short.length === long.length && short.slice(0, -1) === long.slice(0, -1) && endsInAAndO(a, b);
}

function endsInAAndO(a: string, b: string): boolean {
  return (a.endsWith('a') && b.endsWith('o')) || (a.endsWith('o') && b.endsWith('a'));
}

export function editDegree(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const missing = long.length - short.length;
  if (missing > 2 || CHARACTER.test(a)) return TOKEN_DEGREES.different;
  if (isOneEdit(short, long)) return TOKEN_DEGREES.oneEdit;
  return isTwoEdits(short, long) ? TOKEN_DEGREES.twoEdits : TOKEN_DEGREES.different;
}

/** Only of long words: in short ones two letters make another name. */
function isTwoEdits(short: string, long: string): boolean {
  const worthwhile = short[0] === long[0] || short.at(-1) === long.at(-1);
  return short.length >= LONG_WORD && worthwhile && editDistance(short, long) <= 2;
}

/** One letter more, wrong, or swapped with its neighbour. Of three letters each one counts: Ian is not Ina. */
function isOneEdit(short: string, long: string): boolean {
  const missing = long.length - short.length;
  if (missing > 1 || long.length <= SHORT_WORD) return false;
  const start = commonStart(short, long);
  if (missing === 1) return short.slice(start) === long.slice(start + 1);
  if (short.slice(start + 1) === long.slice(start + 1)) return true;
  const swapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return swapped && short.slice(start + 2) === long.slice(start + 2);
}

function commonStart(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index += 1;
  return index;
}

/** Damerau-Levenshtein distance (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      line.push(cheapest(a, b, { row, column, line, above, before }));
    }
    before = above;
    above = line;
  }
  return above[b.length] ?? 0;
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly line: readonly number[];
  readonly above: readonly number[];
  readonly before: readonly number[];
}

function cheapest(a: string, b: string, cell: Cell): number {
  const { row, column, line, above, before } = cell;
  const at = (costs: readonly number[], index: number): number => costs[index] ?? Number.POSITIVE_INFINITY;
  const same = a[row - 1] === b[column - 1];
  const cost = Math.min(
    at(above, column) + 1,
    at(line, column - 1) + 1,
    at(above, column - 1) + (same ? 0 : 1),
  );
  const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return swapped ? Math.min(cost, at(before, column - 2) + 1) : cost;
}
