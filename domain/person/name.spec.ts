import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { displayName, NAME_STYLES, type NameStyle, sortKey } from './name.ts';
import { NAME_CONVENTIONS, nameOf, type PersonName, personNameSchema } from './name-schema.ts';

const robert = nameOf({
  givenNames: ['Robert', 'James'],
  familyNames: ['Smith'],
  preferred: 'Bob',
  prefixes: ['Dr.'],
  suffixes: ['Jr.'],
});
const vincent = nameOf({ givenNames: ['Vincent', 'Willem'], familyNames: ['Gogh'], prefixes: ['van'] });
const liMing = nameOf({ givenNames: ['明'], familyNames: ['李'], convention: 'EastAsian' });
const yamada = nameOf({ givenNames: ['Taro'], familyNames: ['Yamada'], convention: 'EastAsian' });
const picasso = nameOf({ givenNames: ['Pablo'], familyNames: ['Ruiz', 'Picasso'], convention: 'Spanish' });
const jon = nameOf({ givenNames: ['Jón'], patronymic: 'Einarsson', convention: 'Patronymic' });
const ivan = nameOf({
  givenNames: ['Ivan'],
  patronymic: 'Petrovich',
  familyNames: ['Sidorov'],
  convention: 'Patronymic',
});
const suharto = nameOf({ givenNames: ['Suharto'], convention: 'Mononymic' });

describe('a name is displayed as its convention and style say', () => {
  const cases: readonly [PersonName, NameStyle, string][] = [
    [robert, 'list', 'Bob Smith Jr.'],
    [robert, 'formal', 'Dr. Robert James Smith Jr.'],
    [robert, 'informal', 'Bob'],
    [robert, 'legal', 'Smith, Robert James, Jr.'],
    [robert, 'alphabetical', 'Smith, R. J., Jr.'],
    [robert, 'cultural', 'Robert James Smith'],
    [vincent, 'list', 'Vincent van Gogh'],
    [vincent, 'legal', 'van Gogh, Vincent Willem'],
    [vincent, 'alphabetical', 'Gogh, V. W. van'],
    [liMing, 'list', '李明'],
    [liMing, 'informal', '明'],
    [liMing, 'alphabetical', '李明'],
    [liMing, 'legal', '李明'],
    [yamada, 'list', 'Yamada Taro'],
    [yamada, 'cultural', 'Yamada Taro'],
    [picasso, 'list', 'Pablo Ruiz Picasso'],
    [picasso, 'cultural', 'Pablo Ruiz y Picasso'],
    [picasso, 'legal', 'Ruiz Picasso, Pablo'],
    [jon, 'list', 'Jón Einarsson'],
    [jon, 'cultural', 'Jón Einarsson'],
    [jon, 'alphabetical', 'Jón Einarsson'],
    [jon, 'legal', 'Jón Einarsson'],
    [ivan, 'list', 'Ivan Sidorov'],
    [ivan, 'formal', 'Ivan Petrovich Sidorov'],
    [suharto, 'legal', 'Suharto'],
    [suharto, 'informal', 'Suharto'],
  ];
  it.each(cases)('%o as %s', (name, style, shown) => {
    expect(displayName(name, style)).toBe(shown);
  });

  it('uses the list style where none is named', () => {
    expect(displayName(robert)).toBe(displayName(robert, 'list'));
  });

  it('takes an initial together with the name after it', () => {
    expect(displayName(nameOf({ givenNames: ['J.', 'Edgar'], familyNames: ['Hoover'] }))).toBe(
      'J. Edgar Hoover',
    );
  });

  it('does not repeat the family name of a preferred name that holds it already', () => {
    const jim = nameOf({ givenNames: ['James'], familyNames: ['Smith'], preferred: 'Jim Smith' });
    expect(displayName(jim)).toBe('Jim Smith');
  });

  it('calls a person by the family name where there is no other', () => {
    expect(displayName(nameOf({ familyNames: ['Smith'] }), 'informal')).toBe('Smith');
    expect(displayName(nameOf({ familyNames: ['Smith'] }))).toBe('Smith');
  });

  it('shortens double names and signs of two code units whole', () => {
    const name = nameOf({ givenNames: ['Jean-Luc', '𠮷', '-'], familyNames: ['Picard'] });
    expect(displayName(name, 'alphabetical')).toBe('Picard, J.-L. 𠮷.');
  });

  it('writes a Spanish name with one family name without the conjunction', () => {
    const ana = nameOf({ givenNames: ['Ana'], familyNames: ['Ruiz'], convention: 'Spanish' });
    expect(displayName(ana, 'cultural')).toBe('Ana Ruiz');
  });

  it('puts several particles before the family name and titles before everything', () => {
    const name = nameOf({ givenNames: ['Charles'], familyNames: ['Gaulle'], prefixes: ['Général', 'de'] });
    expect(displayName(name, 'formal')).toBe('Général Charles de Gaulle');
  });

  it.each(NAME_STYLES.filter((style) => style !== 'informal'))(
    'puts particles before the patronymic where there is no family name (%s)',
    (style) => {
      const ali = nameOf({ givenNames: ['Ali'], patronymic: 'Hassan', prefixes: ['bin'] });
      expect(displayName(ali, style)).toBe('Ali bin Hassan');
      expect(displayName({ ...ali, convention: 'Patronymic', prefixes: ['Dr.', 'bin'] }, 'formal')).toBe(
        'Dr. Ali bin Hassan',
      );
      expect(displayName({ ...ali, familyNames: ['Said'] }, 'formal')).toBe('Ali Hassan bin Said');
    },
  );
});

describe('the sort key', () => {
  it('keeps a family together before a longer family name that begins alike', () => {
    const names = [
      nameOf({ givenNames: ['Al'], familyNames: ['Smith Jones'] }),
      nameOf({ givenNames: ['Zed'], familyNames: ['Smith'] }),
      nameOf({ givenNames: ['Åke'], familyNames: ['Smith'] }),
    ];
    const sorted = [...names].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    expect(sorted.map((name) => name.givenNames[0])).toEqual(['Åke', 'Zed', 'Al']);
  });

  it('sorts Icelanders by given name and skips particles', () => {
    expect(sortKey(jon)).toBe('jon einarsson');
    expect(sortKey(vincent)).toBe('gogh  vincent willem');
    expect(sortKey(ivan)).toBe('sidorov  ivan petrovich');
  });

  it.each([
    [{ givenNames: ['Ada'], familyNames: ['Lovelace'] }, 'lovelace  ada'],
    [{ givenNames: ['Sukarno'] }, 'sukarno'],
    [{ givenNames: ['明'], familyNames: ['李'] }, '李  明'],
    [{ givenNames: ['María'], familyNames: ['García', 'Márquez'] }, 'garcia marquez  maria'],
    [
      { givenNames: ['Martin', 'Luther'], familyNames: ['King'], suffixes: ['Jr.'] },
      'king  martin luther  jr.',
    ],
    [{ givenNames: ['Ludwig'], familyNames: ['van Beethoven'] }, 'van beethoven  ludwig'],
    [{ givenNames: ['Łukasz'], familyNames: ['O’Brien-Żak'] }, "o'brien-zak  lukasz"],
  ])('of %j is %s', (name, key) => {
    expect(sortKey(nameOf(name))).toBe(key);
  });

  it('separates father and son by suffix', () => {
    const father = nameOf({ givenNames: ['John'], familyNames: ['Doe'] });
    expect(sortKey({ ...father, suffixes: ['Jr.'] })).not.toBe(sortKey(father));
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

test.prop([anyName])('every name that is accepted is shown as something in every style', (name) => {
  for (const style of NAME_STYLES) expect(displayName(name, style).trim()).not.toBe('');
});
