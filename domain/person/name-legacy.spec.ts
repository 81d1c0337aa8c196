import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { fromLegacyName, UNKNOWN_NAME } from './name-legacy.ts';
import { MAX_NAME_LENGTH, MAX_NAMES, nameOf, personNameSchema } from './name-schema.ts';

describe('names of older systems', () => {
  it('reads first, middle and last name', () => {
    const name = fromLegacyName({ first_name: 'John', middle_name: 'Q', last_name: 'Doe' });
    expect(name).toEqual(nameOf({ givenNames: ['John', 'Q'], familyNames: ['Doe'] }));
  });

  it('reads the fields of 0.7.8', () => {
    const name = fromLegacyName({
      given_name: 'Robert',
      family_name: 'Smith',
      middle_names: ['James', 'Lee'],
      preferred_name: 'Bob',
      honorific: 'Dr.',
      suffix: 'Jr.',
    });
    expect(name).toEqual(
      nameOf({
        givenNames: ['Robert', 'James', 'Lee'],
        familyNames: ['Smith'],
        preferred: 'Bob',
        prefixes: ['Dr.'],
        suffixes: ['Jr.'],
      }),
    );
  });

  it('reads the short spelling with nulls', () => {
    const name = fromLegacyName({ given: 'Jane', family: 'Doe', middle_names: [], preferred_name: null });
    expect(name).toEqual(nameOf({ givenNames: ['Jane'], familyNames: ['Doe'] }));
  });

  it('reads the first version with a title', () => {
    const name = fromLegacyName({ given_name: 'Ada', family_name: 'Byron', title: 'Lady' });
    expect(name).toEqual(nameOf({ givenNames: ['Ada'], familyNames: ['Byron'], prefixes: ['Lady'] }));
  });

  it('reads the structured name of 0.8', () => {
    const name = fromLegacyName({
      components: {
        given_names: ['Jón'],
        family_names: [],
        patronymic: 'Einarsson',
        matronymic: null,
        prefixes: [],
        suffixes: [],
      },
      preferred_form: 'Nonni',
      naming_convention: 'Patronymic',
    });
    expect(name).toEqual(
      nameOf({
        givenNames: ['Jón'],
        patronymic: 'Einarsson',
        preferred: 'Nonni',
        convention: 'Patronymic',
      }),
    );
  });

  it('keeps titles, which stood beside the name, as prefixes, or as suffixes where they follow a name', () => {
    const titled = (titles: unknown) =>
      fromLegacyName({
        components: {
          given_names: ['Ada'],
          family_names: ['Byron'],
          prefixes: ['Lady'],
          suffixes: [],
          titles,
        },
      });
    const name = nameOf({ givenNames: ['Ada'], familyNames: ['Byron'], prefixes: ['Lady'] });
    const dr = { title: 'Dr.', title_type: 'Academic', awarded_date: '1843-07-01', revoked_date: null };
    const md = { title: 'MD', title_type: 'Professional', issuing_authority: null };
    expect(titled([dr, md, 'Hon.'])).toEqual({
      ...name,
      prefixes: ['Lady', 'Dr.', 'Hon.'],
      suffixes: ['MD'],
    });
    expect(titled([{ ...dr, revoked_date: '1850-01-01' }, { title: 7 }, null])).toEqual(name);
    expect(titled('Dr.')).toEqual({ ...name, prefixes: ['Lady', 'Dr.'] });
  });

  it('reads the name component with its order', () => {
    const name = fromLegacyName({
      given_names: ['Taro'],
      family_names: ['Yamada'],
      maternal_family_name: 'Sato',
      generational_suffix: 'II',
      professional_suffix: 'MD',
      name_order: 'FamilyFirst',
    });
    expect(name).toEqual(
      nameOf({
        givenNames: ['Taro'],
        familyNames: ['Yamada', 'Sato'],
        suffixes: ['II', 'MD'],
        convention: 'EastAsian',
      }),
    );
  });

  it.each([[{ given_name: '', family_name: ' ' }], [{ first_name: null, last_name: '' }], [''], ['\u202e']])(
    'calls a person Unknown whose name %j says nothing',
    (value) => {
      expect(fromLegacyName(value)).toEqual(UNKNOWN_NAME);
    },
  );

  it('makes the only part there is the name', () => {
    expect(fromLegacyName({ given_name: '', preferred_name: 'Pelé' })).toEqual(
      nameOf({ givenNames: ['Pelé'], convention: 'Mononymic' }),
    );
    expect(fromLegacyName({ matronymic: 'Björkardóttir' })?.givenNames).toEqual(['Björkardóttir']);
  });

  it('has a name once that several spellings say alike, and twice where one says it twice', () => {
    expect(
      fromLegacyName({ given_name: 'Jane', first_name: ' Jane', last_name: 'Doe', family: 'Roe' }),
    ).toEqual(nameOf({ givenNames: ['Jane'], familyNames: ['Roe', 'Doe'] }));
    expect(fromLegacyName({ given_names: ['Jane', 'Jane'], given_name: 'Jane' })?.givenNames).toEqual([
      'Jane',
      'Jane',
    ]);
    const ana = { given_name: 'Ana', family_name: 'García', maternal_family_name: 'García' };
    expect(fromLegacyName(ana)?.familyNames).toEqual(['García', 'García']);
    expect(fromLegacyName({ given_name: 'Jane', middle_name: 'Jane' })?.givenNames).toEqual(['Jane', 'Jane']);
  });

  it.each([
    [{ Other: 'Javanese' }, 'Other'],
    [{ EastAsian: null }, 'EastAsian'],
    ['Javanese', 'Western'],
    [7, 'Western'],
  ])('reads the convention %j as %s', (naming_convention, convention) => {
    expect(fromLegacyName({ given_names: ['A'], family_names: ['B'], naming_convention })?.convention).toBe(
      convention,
    );
  });

  it.each([null, undefined, 7, true, {}, [], { color: 'red' }])('finds no name in %j', (value) => {
    expect(fromLegacyName(value)).toBeNull();
  });

  it('leaves out what cannot stand in a name', () => {
    const name = fromLegacyName({ given_name: 'a\u0000b', family_name: 'x\u202ey', suffix: '\u200b' });
    expect(name).toEqual(nameOf({ givenNames: ['a b'], familyNames: ['xy'] }));
  });

  it('cuts what is too long or too many, never through a sign', () => {
    const name = fromLegacyName({
      given_name: `${'x'.repeat(MAX_NAME_LENGTH - 1)}𠮷`,
      middle_names: Array.from({ length: MAX_NAMES + 5 }, () => 'y'),
    });
    expect(name?.givenNames[0]).toBe('x'.repeat(MAX_NAME_LENGTH - 1));
    expect(name?.givenNames).toHaveLength(MAX_NAMES);
    expect(fromLegacyName(`${'Dr. '.repeat(MAX_NAMES + 1)}No`)?.prefixes).toHaveLength(MAX_NAMES);
  });

  it('reads a mononym that is none as a name without convention', () => {
    expect(fromLegacyName({ given_names: ['A', 'B'], naming_convention: 'Mononymic' })?.convention).toBe(
      'Other',
    );
    expect(
      fromLegacyName({ given_names: ['A'], patronymic: 'B', naming_convention: 'Mononymic' })?.convention,
    ).toBe('Other');
    expect(fromLegacyName({ given_names: ['A'], naming_convention: 'Mononymic' })?.convention).toBe(
      'Mononymic',
    );
  });
});

describe('names in one line', () => {
  it.each([
    ['John Doe', { givenNames: ['John'], familyNames: ['Doe'] }],
    ['John Quincy Adams', { givenNames: ['John', 'Quincy'], familyNames: ['Adams'] }],
    ['Suharto', { givenNames: ['Suharto'], convention: 'Mononymic' as const }],
    ['Doe, John Quincy', { givenNames: ['John', 'Quincy'], familyNames: ['Doe'] }],
    ['de la Cruz, Juana', { givenNames: ['Juana'], familyNames: ['Cruz'], prefixes: ['de', 'la'] }],
    [
      'King, Martin Luther, Jr.',
      { givenNames: ['Martin', 'Luther'], familyNames: ['King'], suffixes: ['Jr.'] },
    ],
    [
      'Martin Luther King, Jr.',
      { givenNames: ['Martin', 'Luther'], familyNames: ['King'], suffixes: ['Jr.'] },
    ],
    [
      'Dr. Robert Smith III',
      { givenNames: ['Robert'], familyNames: ['Smith'], prefixes: ['Dr.'], suffixes: ['III'] },
    ],
    ['Vincent van Gogh', { givenNames: ['Vincent'], familyNames: ['Gogh'], prefixes: ['van'] }],
    ['Dick Van Dyke', { givenNames: ['Dick', 'Van'], familyNames: ['Dyke'] }],
    [
      'Pablo Diego Ruiz y Picasso',
      { givenNames: ['Pablo', 'Diego'], familyNames: ['Ruiz', 'Picasso'], convention: 'Spanish' as const },
    ],
    ['李', { givenNames: ['李'], convention: 'Mononymic' as const }],
    ['李明', { givenNames: ['明'], familyNames: ['李'], convention: 'EastAsian' as const }],
    ['김민준', { givenNames: ['민준'], familyNames: ['김'], convention: 'EastAsian' as const }],
    ['欧阳修文', { givenNames: ['修文'], familyNames: ['欧阳'], convention: 'EastAsian' as const }],
    ['山田 太郎', { givenNames: ['太郎'], familyNames: ['山田'], convention: 'EastAsian' as const }],
    ['さくら', { givenNames: ['さくら'], convention: 'Mononymic' as const }],
    ['V', { givenNames: ['V'], convention: 'Mononymic' as const }],
  ])('takes %s apart', (text, parts) => {
    expect(fromLegacyName(text)).toEqual(nameOf(parts));
  });
});

const keys = ['given_name', 'family_name', 'middle_names', 'suffix', 'components', 'naming_convention', 'x'];
const anyLegacy = fc.oneof(
  fc.anything(),
  fc.string({ unit: 'binary' }),
  fc.dictionary(fc.constantFrom(...keys), fc.oneof(fc.anything(), fc.string({ unit: 'binary' }))),
);

test.prop([anyLegacy])('whatever was written becomes a name of today or none, without throwing', (value) => {
  const name = fromLegacyName(value);
  if (name !== null) expect(personNameSchema.parse(name)).toEqual(name);
});

test.prop([anyLegacy])('reading a name of today again changes nothing', (value) => {
  const name = fromLegacyName(value);
  if (name !== null) expect(fromLegacyName(name)).toEqual(name);
});
