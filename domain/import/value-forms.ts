import type { FoundPath } from '../contract/import.ts';
import { emailAddress, webAddress } from '../person/fields/text.ts';
import { callingCodeOf } from './calling-codes.ts';
import { countryCodeOf } from './country-codes.ts';
import { DATE_FORMATS, suitsDate } from './dates.ts';

/** What the fields that a column is suggested for ask of its values, besides dates. */
const FORMS = [
  'email',
  'page',
  'calling-code',
  'telephone',
  'country',
  'country-code',
  'latitude',
  'longitude',
] as const;
export type ValueForm = (typeof FORMS)[number] | 'date';

const email = emailAddress();
const page = webAddress();
const LONGEST_NUMBER = 50;
const CODE = /^[A-Za-z]{2}$/;

const NORTH_AMERICAN = /^\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}$/;

function saysCode(text: string): boolean {
  return text.length <= LONGEST_NUMBER && /^\+[1-9]/.test(callingCodeOf(text) ?? '');
}

function isDegrees(text: string, limit: number): boolean {
  return text !== '' && Math.abs(Number(text)) <= limit;
}

/** Asked of every value that is looked at: the cheap question comes first. */
const HAVE: Readonly<Record<Exclude<ValueForm, 'date'>, (text: string) => boolean>> = {
  email: (text) => text.includes('@') && email.safeParse(text).success,
  page: (text) => text.includes('://') && page.safeParse(text).success,
  'calling-code': saysCode,
  // With a country or as in North America.
  telephone: (text) => saysCode(text) || NORTH_AMERICAN.test(text),
  country: (text) => CODE.test(text) || countryCodeOf(text) !== undefined,
  'country-code': (text) =>
    CODE.test(text) && (countryCodeOf(text) ?? text.toUpperCase()) === text.toUpperCase(),
  latitude: (text) => isDegrees(text, 90),
  longitude: (text) => isDegrees(text, 180),
};

/** Slips among many values, for which a column is not given up: whoever imports is told of each such row. */
function areFew(misfits: number, values: number): boolean {
  return misfits * 10 <= values;
}

/** How many of the values that were seen have not some form, and the first of these. */
class Tally {
  #count = 0;
  #first = '';

  see(text: string, isFit: boolean): void {
    if (isFit) return;
    if (this.#count === 0) this.#first = text;
    this.#count += 1;
  }

  count(): number {
    return this.#count;
  }

  first(): string {
    return this.#first;
  }
}

/**
 * Which forms the values of a column have, each value told once. In a nested list no misfit is a slip: one entry of many
 * refuses the whole row, so that few of the entries can be most of the rows.
 */
export class FormTallies {
  readonly #forms = FORMS.map((form) => ({ form, tally: new Tally() }));
  readonly #dates = DATE_FORMATS.map((format) => ({ format, tally: new Tally() }));
  #seen = 0;
  #isInList = false;

  see(text: string, shown: string, isInList: boolean): void {
    this.#seen += 1;
    this.#isInList = isInList;
    for (const { form, tally } of this.#forms) tally.see(shown, HAVE[form](text));
    const mayBeDate = /^\d/.test(text);
    for (const { format, tally } of this.#dates) tally.see(shown, mayBeDate && suitsDate(text, format));
  }

  /** The forms that most of the dates have, where hardly any is written otherwise. */
  dateFormats(): string[] {
    const fewest = this.#fewest();
    if (this.#seen === 0 || !this.#areFew(fewest)) return [];
    return this.#dates.filter(({ tally }) => tally.count() === fewest).map(({ format }) => format);
  }

  /** By form; what all values have is left out. */
  misfits(): FoundPath['misfits'] {
    const date = this.#dates.find(({ tally }) => tally.count() === this.#fewest());
    const all = [...this.#forms, ...(date === undefined ? [] : [{ form: 'date', tally: date.tally }])];
    return Object.fromEntries(
      all.flatMap(({ form, tally }) => {
        const count = tally.count();
        if (count === 0) return [];
        return [[form, { count, first: tally.first(), few: this.#areFew(count) }] as const];
      }),
    );
  }

  #areFew(count: number): boolean {
    return this.#isInList ? count === 0 : areFew(count, this.#seen);
  }

  #fewest(): number {
    return Math.min(...this.#dates.map(({ tally }) => tally.count()));
  }
}
