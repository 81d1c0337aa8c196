import { describe, expect, it } from 'vitest';
import { PathCollector } from './found-paths.ts';
import { leftOut } from './left-out.ts';
import { suggestMapping } from './suggest-mapping.ts';
import { planned, type Row, suggested } from './testing/suggestions.ts';

function whyNot(rows: readonly Row[]): Readonly<Record<string, string>> {
  const collector = new PathCollector();
  for (const row of rows) collector.see(row);
  const paths = collector.found();
  const suggestion = suggestMapping({ paths, rows: rows.length, reading: {}, fileName: 'x.csv' });
  const left = leftOut(paths, suggestion).map(({ path, entry, why }) => [
    entry === null ? path : `${path} › ${entry}`,
    why,
  ]);
  return Object.fromEntries(left) as Record<string, string>;
}

/** So many persons, each with what is given for their number. */
function persons(count: number, more: (number: number) => Row): Row[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    name: 'Ada Nobody',
    ...more(index),
  }));
}

describe('what a suggestion leaves out', () => {
  it('is what a file of refused rows says about itself without a word, and jobs of which the end cannot be read with one', () => {
    const rows = persons(2, () => ({
      'import-row': 1,
      'import-code': 'x',
      company: 'Acme',
      position: 'Planner',
      end: 'soon',
    }));
    const end = 'A job is suggested only where its end can be read: what is over would seem to go on';
    expect(whyNot(rows)).toMatchObject({ company: end, position: end });
    expect(Object.keys(whyNot(rows)).filter((path) => path.startsWith('import-'))).toEqual([]);
  });

  it('says how many values stand against it, and the first of them', () => {
    const rows = persons(5, (number) => ({
      born: number < 3 ? 'in May' : '1.2.1990',
      mail: number === 2 ? 'n/a' : 'a@x.org',
      'E-Mail': number === 2 ? 'n/a' : 'a@x.org',
      phone: '044 668 18 00',
      website: number === 1 ? 'ada.example.org' : '',
    }));
    expect(whyNot(rows)).toEqual({
      born: '3 of 5 values are not dates, the first “in May”',
      mail: 'No field is known by this name',
      'E-Mail': '1 of 5 values is not an e-mail address: “n/a”',
      phone:
        '5 of 5 values are not numbers with their country, like +41 44 668 18 00, the first “044 668 18 00”',
      website: '1 of 1 value is not a web address with https://: “ada.example.org”',
    });
  });

  it('says what is missing beside it, what was taken instead, and what is empty', () => {
    const row = { Vorname: 'Ada', 'Last name': 'Nobody', name: 'Ada Nobody', 'first name': 'A.' };
    const rows = persons(2, () => ({ ...row, city: 'Bern', company: 'Acme', latitude: 46.9, blank: '' }));
    expect(whyNot(rows)).toEqual({
      name: 'The name is taken from other columns',
      'first name': 'More than one column says this: “Vorname” is taken',
      city: 'An address is suggested only where its country can be read as well',
      company: 'A job is suggested only where both a company and a position are given',
      latitude: 'Degrees are suggested only with an address, and both of them',
      blank: 'Empty in all rows read',
    });
  });

  it('is told of lists as a whole, and of what stands in the entries of those that are read', () => {
    const rows = persons(2, () => ({
      jobs: [{ company: 'Acme', position: 'Dev', 'odd: name': 1 }],
      awards: [{ title: 'Best' }],
      family: [{ age: 3 }],
      things: [{ size: 3 }],
      none: [],
    }));
    expect(whyNot(rows)).toEqual({
      'jobs › odd: name': 'No field is known by this name',
      awards: 'Its entries can mean several things',
      family: 'Its entries seem to be about others than the person',
      things: 'No fact is known that its entries would be',
      none: 'Empty in all rows read',
    });
  });

  it('is nothing where all is read', () => {
    const person = { born: '1990-01-02', tags: ['a'], emails: ['a@x.org'], mobile: '', 'e-mail': '' };
    expect(whyNot(persons(2, () => person))).toEqual({});
  });
});

describe('a few values among many that cannot be taken', () => {
  const bad = { born: 'in May', email: 'n/a', phone: '044 668 18 00', website: 'none', country: '??' };
  const good = {
    born: '31.1.1990',
    email: 'a@x.org',
    phone: '+41 44 668 18 00',
    website: 'https://x.org',
    country: 'CH',
    city: 'Bern',
  };

  it.each(Object.entries(bad))(
    'do not keep %s from being suggested: the row with %j is refused',
    (column, value) => {
      const rows = persons(10, (number) => (number === 1 ? { ...good, [column]: value } : good));
      const mapping = suggested(rows);
      expect(mapping.person.birthDate).toMatchObject({ path: 'born' });
      expect(mapping.components.map(({ type }) => type)).toEqual([
        'EmailAddress',
        'PhoneNumber',
        'Website',
        'Address',
      ]);
      const refused = rows.flatMap((row, index) => (planned(mapping, row).fault === null ? [] : [index]));
      expect(refused).toEqual([1]);
    },
  );

  it.each(Object.entries(bad))('are no longer few where they are two of ten: %s', (column, value) => {
    const rows = persons(10, (number) => (number < 2 ? { ...good, [column]: value } : good));
    expect(Object.keys(whyNot(rows))).toContain(column);
  });

  it('leave the form of the others as it can be read', () => {
    const dates = ['03/04/1990', '25/12/1990', 'once'];
    const rows = persons(20, (number) => ({ born: dates[Math.min(number, 2)] ?? '', more: number }));
    const mostly = rows.map((row, index) => (index < 18 ? { ...row, born: dates[index % 2] } : row));
    expect(suggested(mostly).person.birthDate).toEqual({
      path: 'born',
      then: [{ do: 'date', format: 'D/M/YYYY' }],
    });
  });

  it('are none in a nested list, where one of ten entries may stand in every row', () => {
    const jobs = Array.from({ length: 10 }, (_, nth) => ({
      company: `Acme ${nth}`,
      position: 'Planner',
      start: `${2010 + nth}-01-01`,
      website: nth === 3 ? 'acme.example.org' : 'https://acme.example.org',
    }));
    const rows = persons(5, () => ({ jobs }));
    const mapping = suggested(rows);
    expect(mapping.components.map(({ type }) => type)).toEqual(['Employment']);
    expect(rows.map((row) => planned(mapping, row).fault)).toEqual(rows.map(() => null));
  });

  it.each([1, 15])('are not taken for numbers of North America: the one of row %i', (local) => {
    const rows = persons(20, (number) => ({
      phone: number === local ? '044 668 18 00' : `202-555-01${number + 10}`,
    }));
    expect(suggested(rows).components).toEqual([]);
  });
});
