import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  MAX_NAME_LENGTH,
  MAX_NAMES,
  NAME_CONVENTIONS,
  nameOf,
  nameParts,
  nameSearchText,
  type PersonName,
  personNameSchema,
  sameName,
} from './name-schema.ts';

const robert = nameOf({
  givenNames: ['Robert', 'James'],
  familyNames: ['Smith'],
  preferred: 'Bob',
  prefixes: ['Dr.'],
  suffixes: ['Jr.'],
});
const ivan = nameOf({
  givenNames: ['Ivan'],
  patronymic: 'Petrovich',
  familyNames: ['Sidorov'],
  convention: 'Patronymic',
});
const suharto = nameOf({ givenNames: ['Suharto'], convention: 'Mononymic' });

describe('what a name may consist of', () => {
  const parse = (value: unknown) => personNameSchema.safeParse(value);
  const problem = (value: unknown) => parse(value).error?.issues[0]?.message;

  it('fills the parts that are not given', () => {
    expect(personNameSchema.parse({ givenNames: ['Jane'] })).toEqual({
      givenNames: ['Jane'],
      familyNames: [],
      prefixes: [],
      suffixes: [],
      convention: 'Western',
    });
  });

  it('trims, composes, and drops parts that are undefined', () => {
    const name = personNameSchema.parse({ givenNames: [' Jose\u0301 '], patronymic: undefined });
    expect(name.givenNames).toEqual(['José']);
    expect(Object.keys(name)).not.toContain('patronymic');
  });

  it.each([
    ['nothing at all', {}],
    ['only a suffix', { suffixes: ['Jr.'] }],
  ])('refuses %s', (_what, value) => {
    expect(problem(value)).toBe('Enter at least one given name or family name');
  });

  it.each(['', '   ', '\u200b', '\u3164', '\u2800', '\u00ad'])('refuses the blank part %j', (part) => {
    expect(problem({ givenNames: [part] })).toBe('Must not be blank');
  });

  it.each(['a\u0000b', 'a\nb', 'a\u0085b', 'a\u202eb', 'a\u2066b', 'a\ud800b', 'a\u2028b'])(
    'refuses the unsafe part %j',
    (part) => {
      expect(problem({ givenNames: [part] })).toMatch(/control characters/);
    },
  );

  it.each([
    'محمد بن سلمان',
    'علی\u200cرضا',
    '李小龍',
    'क्\u200dष',
    '<script>alert(1)</script>',
    "Robert'); DROP TABLE persons;--",
    '&amp;',
    'X Æ A-12',
    '%s %n ${x}',
  ])('lets %s through unharmed', (part) => {
    expect(personNameSchema.parse({ givenNames: [part] }).givenNames).toEqual([part]);
  });

  it('lets a very long name through and refuses one that is a document', () => {
    const long = 'x'.repeat(MAX_NAME_LENGTH);
    expect(personNameSchema.parse({ familyNames: [long] }).familyNames).toEqual([long]);
    expect(parse({ familyNames: [`${long}x`] }).success).toBe(false);
    expect(parse({ givenNames: Array.from({ length: MAX_NAMES + 1 }, () => 'x') }).success).toBe(false);
  });

  it('refuses a mononym of two names', () => {
    expect(parse({ givenNames: ['A'], convention: 'Mononymic' }).success).toBe(true);
    expect(problem({ givenNames: ['A', 'B'], convention: 'Mononymic' })).toMatch(/exactly one name/);
    expect(parse({ givenNames: ['A'], patronymic: 'B', convention: 'Mononymic' }).success).toBe(false);
  });
});

describe('comparing and listing parts', () => {
  it('finds names the same when every part is', () => {
    expect(sameName(robert, { ...robert, givenNames: [...robert.givenNames] })).toBe(true);
  });

  const changes: readonly Partial<PersonName>[] = [
    { convention: 'Other' },
    { patronymic: 'P' },
    { matronymic: 'M' },
    { preferred: 'Rob' },
    { givenNames: ['Robert'] },
    { familyNames: ['Smyth'] },
    { prefixes: [] },
    { suffixes: ['Sr.'] },
  ];
  it.each(changes)('tells names apart that differ in %o', (change) => {
    expect(sameName(robert, { ...robert, ...change })).toBe(false);
  });

  it('lists the names proper and all that a search may look for', () => {
    expect(nameParts(ivan)).toEqual(['Ivan', 'Petrovich', 'Sidorov']);
    expect(nameSearchText(robert)).toBe('Dr. Robert James Smith Jr. Bob');
    expect(nameSearchText(suharto)).toBe('Suharto');
  });
});

const part = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
const anyName = fc
  .record({
    givenNames: fc.array(part, { maxLength: 3 }),
    familyNames: fc.array(part, { maxLength: 3 }),
    patronymic: fc.option(part, { nil: undefined }),
    prefixes: fc.array(part, { maxLength: 2 }),
    suffixes: fc.array(part, { maxLength: 2 }),
    preferred: fc.option(part, { nil: undefined }),
    convention: fc.constantFrom(...NAME_CONVENTIONS),
  })
  .map((value) => personNameSchema.safeParse(value))
  .filter((result) => result.success)
  .map((result) => result.data);

test.prop([anyName])('a name that was accepted is accepted again, unchanged', (name) => {
  expect(personNameSchema.parse(name)).toEqual(name);
});
