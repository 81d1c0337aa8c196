import { fc, test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { ImportMapping } from '../contract/import-mapping.ts';
import { PathCollector } from './found-paths.ts';
import { pathsOf } from './source-values.ts';
import { suggestMapping } from './suggest-mapping.ts';
import { planned, type Row, suggested } from './testing/suggestions.ts';

const date = fc.integer({ min: 1950, max: 2020 }).map((year) => `${year}-03-04`);
const phone = fc.integer({ min: 1000, max: 9999 }).map((digits) => `202-555-${digits}`);
const word = fc.constantFrom('Any', 'Other', 'sen', 'rep', 'senate', 'WA', 'home');
const values = {
  type: word,
  title: word,
  position: word,
  company: word,
  chamber: word,
  party: word,
  state: fc.constantFrom('WA', 'TX'),
  zip: fc.constantFrom('98201', '20510-0001'),
  city: word,
  address: fc.constantFrom('2 Any Street', '2 Any Street Anytown TX 77001'),
  suite: fc.oneof(fc.integer({ min: 1, max: 99 }), word),
  latitude: fc.integer({ min: -90, max: 90 }),
  longitude: fc.integer({ min: -180, max: 180 }),
  start: fc.oneof(date, fc.constantFrom('2000-03-04', '1980-03-04')),
  end: fc.constantFrom('2021-05-06', '2022-05-06'),
  id: fc.integer({ min: 1, max: 3 }),
  customer_id: fc.integer({ min: 1, max: 2 }),
  number: fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constant('12a')),
  department: word,
  field: word,
  phone,
  fax: phone,
  email: fc.constantFrom('a@x.org', 'b@x.org'),
  url: fc.constantFrom('https://a.example.org', 'http://b.example.org/x'),
  name: word,
  relation: word,
  network: word,
  username: word,
  institution: word,
  degree: word,
};
const lists = [
  'terms',
  'jobs',
  'offices',
  'committees',
  'roles',
  'education',
  'family',
  'contacts',
  'things',
];
const entriesOf = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.array(fc.record(fields, { requiredKeys: [] }), { maxLength: 3 });
const person = fc.record(Object.fromEntries(lists.map((list) => [list, entriesOf(values)])), {
  requiredKeys: [],
});

/** As few different ones as are shown of a column. */
const ODD: Readonly<Record<string, readonly unknown[]>> = {
  phone: ['202-555-0100', '(202) 555-0101', '+41 44 668 18 00', '044 668 18 00', 2_025_550_100],
  fax: ['0041 44 668 18 01', '+1 202 555 0101', 2_025_550_101, 'none', 1],
  email: ['a@x.org', 'b@x.org', 'n/a', 'Ada <a@x.org>', 3],
  end: ['2021-05-06', '6.5.2021', 'present', 'Today', '2021'],
  start: ['2001-05-06', '2002-05-06', '1.2.2003', 'once', 2001],
  number: [1, '12a', 'none', '044 668 18 00', ''],
  url: ['https://a.example.org', 'a.example.org', 'none', 1, true],
  state: ['WA', 'Bern', 1],
  city: ['Any', 7],
  address: ['2 Any Street', '2 Any Street Anytown TX 77001', 5],
  country: ['CH', 'Schweiz', 'us', 'UK', 'Narnia'],
  title: ['sen', 'Any', 3],
  company: ['Any', 'Other', 4],
  name: ['Any', 6],
  network: ['Any', 6],
  chamber: ['senate', 'house', 6],
};

/** Each column has some of its odd values, so that those of one column may also fit together. */
const some = Object.entries(ODD).map(([column, all]) => [column, fc.subarray([...all], { minLength: 1 })]);
const oddPersons = fc
  .record(Object.fromEntries(some) as Record<string, fc.Arbitrary<unknown[]>>)
  .chain((odd) => {
    const columns = Object.entries(odd).map(([column, all]) => [column, fc.constantFrom(...all)] as const);
    const born = fc.constantFrom('1.2.1990', '1990-02-01', 'in May');
    // A person's own name stays: one is always given.
    const own = Object.fromEntries(columns.filter(([column]) => column !== 'name'));
    const row = fc.record({ ...own, born }, { requiredKeys: [] });
    const entries = entriesOf({ ...values, ...Object.fromEntries(columns) });
    const nested = fc.dictionary(fc.constantFrom(...lists), entries, { maxKeys: 2 });
    const one = fc.tuple(row, nested).map(([single, within]) => ({ ...single, ...within }));
    // Of ten values of a column one may be a slip, and is refused: these are fewer.
    return fc.array(one, { minLength: 1, maxLength: 3 });
  });

function faultsIn(persons: readonly object[]) {
  const rows = persons.map((one, index) => ({ id: `${index}`, name: 'Ada Nobody', ...one }));
  const mapping = suggested(rows);
  return rows.flatMap((row) => planned(mapping, row).fault ?? []);
}

property.prop([fc.array(person, { minLength: 1, maxLength: 4 })], { numRuns: 60 })(
  'whatever entries leave out, the suggestion refuses no row that it was made from',
  (persons) => {
    expect(faultsIn(persons)).toEqual([]);
  },
);

property.prop([oddPersons])(
  'however odd the values are that it was shown, the suggestion refuses no row that has them',
  (persons) => {
    expect(faultsIn(persons)).toEqual([]);
  },
);

type SuggestedRule = ImportMapping['components'][number];

function isConstant(value: SuggestedRule['data'][string] | undefined): boolean {
  return typeof value === 'object' && 'constant' in value;
}

/** Numbers, pages, accounts and whole addresses that repeat themselves are one, and of what goes on the last counts. */
function isToldOnce({ type, key, data }: SuggestedRule): boolean {
  const isKeyed = ['PhoneNumber', 'EmailAddress', 'Website', 'SocialProfile'].includes(type);
  const isLatest = typeof key === 'object' && 'constant' in key;
  const isWhole = type === 'Address' && data['region'] === undefined && isConstant(data['country']);
  return isKeyed || isLatest || isWhole;
}

/** What an entry says by a rule, without the end of it and what is kept beside it. */
function saidBy({ data, needs }: SuggestedRule, entry: Row): readonly string[] {
  if (needs.some((path) => entry[path] === undefined)) return [];
  const values = Object.entries(data).filter(([field]) => field !== 'endDate');
  const paths = values.flatMap(([, value]) => [value].flat().flatMap(pathsOf));
  return [JSON.stringify(paths.map((path) => entry[path] ?? null))];
}

const close: Record<string, fc.Arbitrary<unknown>> = {
  ...Object.fromEntries(
    ['company', 'position', 'chamber', 'department', 'institution', 'degree', 'field', 'city', 'street'].map(
      (column) => [column, fc.constantFrom('Any', 'Other')] as const,
    ),
  ),
  title: fc.constantFrom('sen', 'rep'),
  country: fc.constantFrom('CH', 'DE'),
  number: values.number,
  id: values.id,
  customer_id: values.customer_id,
  start: fc.constantFrom('2000-03-04', '2001-03-04', '2002-03-04'),
  end: values.end,
};

/** Entries of one list that have the same columns, of which few have more than two values: they are easily taken for one. */
const alike = fc
  .tuple(fc.constantFrom(...lists, 'own committees'), fc.subarray(Object.keys(close)), fc.boolean())
  .map(([list, columns, isDated]) => {
    const requiredKeys = [...columns, ...(isDated ? ['start'] : [])];
    return fc
      .array(fc.record(close, { requiredKeys }), { maxLength: 5 })
      .map((entries) => ({ [list]: entries }));
  })
  .chain((one) => fc.array(one, { minLength: 1, maxLength: 3 }));

property.prop([alike])('entries that say something different are as many components', (persons) => {
  const rows: Row[] = persons.map((one, index) => ({ id: `${index}`, name: 'Ada Nobody', ...one }));
  const mapping = suggested(rows);
  const missing = mapping.components
    .filter((rule) => !isToldOnce(rule))
    .flatMap((rule) =>
      rows.flatMap((row) => {
        const entries = (typeof rule.each === 'string' ? row[rule.each] : []) as readonly Row[] | undefined;
        const said = new Set(entries?.flatMap((entry) => saidBy(rule, entry)));
        const made = planned({ ...mapping, components: [rule] }, row).after?.components.length ?? 0;
        return made < said.size ? [`${rule.fact}: ${made} of ${said.size}`] : [];
      }),
    );
  expect(missing).toEqual([]);
});

const oddName = fc.oneof(
  fc.constantFrom('email', 'tags', 'phone', 'url'),
  fc.string({ unit: 'binary' }),
  word,
);

property.prop([
  fc.array(fc.dictionary(oddName, fc.oneof(fc.constant('a@x.org'), fc.jsonValue())), { minLength: 1 }),
])('whatever columns are called and hold, there is a mapping that can be saved, or none', (rows) => {
  const collector = new PathCollector();
  for (const row of rows) collector.see(row);
  const made = () => suggestMapping({ paths: collector.found(), rows: 1, reading: {}, fileName: 'x.json' });
  expect(made).not.toThrow();
});
