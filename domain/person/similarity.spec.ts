import { describe, expect, it } from 'vitest';
import { fromLegacyName, UNKNOWN_NAME } from './name-legacy.ts';
import { nameOf, type PersonName } from './name-schema.ts';
import {
  compareNames,
  DUPLICATE_NAME_DEGREE,
  type DuplicateSubject,
  duplicateReasons,
} from './similarity.ts';

const of = (text: string): PersonName => fromLegacyName(text) ?? UNKNOWN_NAME;
const called = (text: string, preferred: string): PersonName => ({ ...of(text), preferred });
const person = (facts: Partial<DuplicateSubject>): DuplicateSubject => ({
  name: of('Jane Doe'),
  birthDate: null,
  emails: [],
  phones: [],
  ...facts,
});
const born = (text: string | PersonName, birthDate = '1980-02-29') =>
  person({ name: typeof text === 'string' ? of(text) : text, birthDate });

describe('names of one person, born on one day, are found', () => {
  const planted: readonly [string, PersonName, PersonName][] = [
    ['a variant spelling', of('John Smith'), of('Jon Smith')],
    ['a short form', of('Robert Smith'), of('Bob Smith')],
    ['a short form the other way', of('Liz Taylor'), of('Elizabeth Taylor')],
    ['two short forms of one name', of('Bob Smith'), of('Rob Smith')],
    ['a Spanish short form', of('Francisco Goya'), of('Paco Goya')],
    ['a German short form', of('Friedrich Weber'), of('Fritz Weber')],
    ['a Russian short form', of('Aleksandr Ivanov'), of('Sasha Ivanov')],
    ['an initial', of('J. Smith'), of('John Smith')],
    ['a middle initial', of('John Q. Adams'), of('John Quincy Adams')],
    ['a middle name left out', of('John Quincy Adams'), of('John Adams')],
    ['the middle name alone', of('James Robert Smith'), of('Robert Smith')],
    ['given and family name swapped', of('Smith John'), of('John Smith')],
    ['a swap with a short form', of('Smith Bob'), of('Robert Smith')],
    ['transposed letters', of('Brain Wilson'), of('Brian Wilson')],
    ['a missing letter', of('Micheal Jonson'), of('Michael Johnson')],
    ['a wrong letter in the family name', of('Anna Schmidt'), of('Anna Schmitt')],
    ['two wrong letters in a long name', of('Arnold Schwarzenegger'), of('Arnold Shwarzeneger')],
    ['diacritics', of('José Muñoz'), of('Jose Munoz')],
    ['another writing of a sharp s', of('Karl Groß'), of('Karl Gross')],
    ['one family name of two', of('Pablo Ruiz y Picasso'), of('Pablo Ruiz')],
    ['a double name in one word', of('Mary Ann Evans'), of('Maryann Evans')],
    ['a particle in one word', of('Juana de la Cruz'), of('Juana Delacruz')],
    ['a particle left out', of('Vincent van Gogh'), of('Vincent Gogh')],
    ['an apostrophe', of('Sinead O’Connor'), of('Sinead OConnor')],
    ['a hyphen', of('Jean-Luc Picard'), of('Jean Luc Picard')],
    ['a title and a suffix', of('Dr. Robert Smith Jr.'), of('Robert Smith')],
    ['the preferred name', called('Margaret Hill', 'Peggy'), of('Peggy Hill')],
    ['an own nickname on both sides', called('Edson Nascimento', 'Pelé'), called('E. Nascimento', 'Pele')],
    ['a preferred name that holds the family name', called('James Smith', 'Jim Smith'), of('Jim Smith')],
    ['parts that were not told apart', nameOf({ givenNames: ['John', 'Smith'] }), of('John Smith')],
    ['characters', of('李小龍'), of('李小龍')],
    ['characters written apart', of('李 明'), of('李明')],
    ['mononyms', of('Suharto'), of('Suhartto')],
    ['a patronymic', nameOf({ givenNames: ['Jón'], patronymic: 'Einarsson' }), of('Jon Einarsson')],
    ['a family name that is a particle', of('Thi Le'), of('Thi Lê')],
    ['a generation on one side', of('John Doe Jr.'), of('John Doe')],
    ['two writings of a generation', of('John Doe Jr.'), nameOf({ ...of('John Doe'), suffixes: ['Junior'] })],
  ];

  it.each(planted)('%s', (_what, a, b) => {
    const reasons = duplicateReasons(born(a), born(b));
    expect(reasons).toEqual([
      { kind: 'birth-date-and-name', value: '1980-02-29', degree: compareNames(a, b) },
    ]);
    expect(compareNames(a, b)).toBeGreaterThanOrEqual(DUPLICATE_NAME_DEGREE);
  });
});

describe('names of two persons, born on one day, are left alone', () => {
  const misses: readonly [string, PersonName, PersonName][] = [
    ['twins', of('Anna Schmidt'), of('Clara Schmidt')],
    ['twins with like names', of('Alexander Weber'), of('Alexandra Weber')],
    ['twins one letter apart', of('Tim Weber'), of('Tom Weber')],
    ['twins whose names differ in gender', of('Mario Rossi'), of('Maria Rossi')],
    ['twins whose names are in no table', of('Zoran Ilic'), of('Zorana Ilic')],
    ['twins who end in a and o', of('Fabrizia Rossi'), of('Fabrizio Rossi')],
    ['twins with a common middle name', of('Anna Maria Weber'), of('Klara Maria Weber')],
    ['twins with like initials', of('J. Smith'), of('A. Smith')],
    ['the same given name', of('John Smith'), of('John Miller')],
    ['another middle name', of('John Michael Smith'), of('John David Smith')],
    ['short names one letter apart', of('Ian Ng'), of('Ina Ng')],
    ['short family names one letter apart', of('Wei Li'), of('Wei Lu')],
    ['characters one sign apart', of('李小龍'), of('李小明')],
    ['father and son', of('John Doe Sr.'), of('John Doe Jr.')],
    ['a mononym that is somebody’s family name', of('Suharto'), of('Ahmad Suharto')],
    ['names that nobody knows', UNKNOWN_NAME, UNKNOWN_NAME],
    ['a full name without its other half', nameOf({ familyNames: ['Smith'] }), of('John Smith')],
  ];

  it.each(misses)('%s', (_what, a, b) => {
    expect(duplicateReasons(born(a), born(b))).toEqual([]);
    expect(compareNames(a, b)).toBeLessThan(DUPLICATE_NAME_DEGREE);
  });

  it('finds no duplicate in the same name with another date of birth, or with none', () => {
    const senior = born('John Doe', '1950-01-01');
    const junior = born('John Doe Jr.', '1980-01-01');
    expect(duplicateReasons(senior, junior)).toEqual([]);
    expect(duplicateReasons(person({}), person({}))).toEqual([]);
    expect(duplicateReasons(senior, person({ name: of('John Doe') }))).toEqual([]);
  });
});
