import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importMappingSchema } from '../../domain/contract/import-mapping.ts';
import { personIdFor } from '../../domain/import/wanted-person.ts';
import { deriveId } from '../../main/jobs/import/plan-source-row.ts';
import { imported, startImport } from '../../main/jobs/import/testing/imports.ts';
import { readViewsOf } from '../../main/jobs/read-views.ts';
import { dataFolderAt } from '../../main/store/data-folder.ts';
import { createPersonLookup, type PersonLookup } from '../../main/store/sqlite/queries/person-lookup.ts';
import { tempFolder } from '../../main/testing/temp-folder.ts';
import { openTestConsole } from '../../main/testing/test-console.ts';
import { openTestJobs } from '../../main/testing/test-jobs.ts';
import { factsOf } from './us-legislators-facts.ts';
import type { Legislator } from './us-legislators-source.ts';

const root = join(import.meta.dirname, '../..');
const mapping = importMappingSchema.parse(
  JSON.parse(readFileSync(join(root, 'docs/examples/us-legislators.mapping.json'), 'utf8')),
);

/** Nobody: two persons of the source's shape, for machines that do not have the public data. */
const invented: readonly Legislator[] = [
  {
    id: 'X000001',
    name: {
      first: 'Ada',
      middle: 'B.',
      last: 'Nobody',
      suffix: 'Jr.',
      nickname: 'Addie',
      official_full: 'Ada B. Nobody, Jr.',
    },
    bio: { birthday: '1960-02-29', gender: 'F' },
    terms: [
      {
        type: 'rep',
        start: '2001-01-03',
        end: '2003-01-03',
        state: 'WA',
        party: 'Independent',
        phone: '202-555-0100',
      },
      {
        type: 'sen',
        start: '2003-01-03',
        end: '2009-01-03',
        state: 'WA',
        party: 'Independent',
        url: 'https://nobody.example.gov',
        contact_form: 'https://nobody.example.gov/contact',
        address: '1 Nowhere Building Washington DC 20510',
        office: '1 Nowhere Building',
        phone: '(202) 555-0100',
      },
    ],
    leadership_roles: [
      { title: 'Whip', chamber: 'senate', start: '2005-01-03', end: '2007-01-03' },
      { title: 'Leader', chamber: 'house', start: '2002-01-03' },
    ],
    social: { twitter: 'nobody', twitter_id: 12345, youtube_id: 'UC12345', facebook: 'nobody' },
    offices: [
      {
        id: 'X1-a',
        address: '2 Any Street',
        suite: '12',
        city: 'Anytown',
        state: 'WA',
        zip: '98201',
        latitude: 47.9,
        longitude: -122.2,
        phone: '425-555-0100',
        fax: '425-555-0101',
        hours: '9 to 5',
      },
      { id: 'X1-b', city: 'Othertown', state: 'WA', phone: '202-555-0100' },
    ],
    family: [{ name: 'Eve Nobody', relation: 'daughter' }],
  },
  {
    id: 'X000002',
    name: { first: 'José', last: 'Ningún' },
    bio: { birthday: '1970-12-01', gender: 'M' },
    terms: [],
    leadership_roles: [],
    social: {},
    offices: [],
    family: [],
  },
];

function source(): string {
  const real = join(root, '../shared/data/us-legislators.jsonl');
  if (existsSync(real)) return real;
  const file = join(tempFolder(), 'us-legislators.jsonl');
  writeFileSync(file, invented.map((one) => `${JSON.stringify(one)}\n`).join(''));
  return file;
}

/** Type of component → how many, each fact once however often the source repeats it. */
function counted(types: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const type of types.toSorted()) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

function wantedOf(legislator: Legislator) {
  const facts = new Map(factsOf(legislator, '').map((fact) => [fact.key, fact.componentType]));
  const { first, middle, last, suffix, nickname, official_full: official } = legislator.name;
  return {
    givenNames: [first, ...(middle === undefined ? [] : [middle])],
    familyNames: [last],
    suffixes: suffix === undefined ? [] : [suffix],
    preferred: nickname ?? null,
    birthDate: legislator.bio.birthday,
    identities: { bioguide: legislator.id },
    metadata: official === undefined ? {} : { officialName: official },
    source: ['us-legislators', 'bioguide', legislator.id],
    components: counted([...facts.values()]),
  };
}

function foundOf(lookup: PersonLookup, { id }: Legislator) {
  const person = lookup.state(personIdFor(mapping, id, deriveId));
  if (person === null) return null;
  const { name, birthDate, identities, metadata, components } = person;
  return {
    givenNames: name.givenNames,
    familyNames: name.familyNames,
    suffixes: name.suffixes,
    preferred: name.preferred ?? null,
    birthDate,
    identities,
    metadata,
    source: [person.source, person.sourceSystem, person.importId],
    components: counted(components.map(({ type }) => type)),
  };
}

const lines = (file: string): readonly Legislator[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Legislator);

it('the mapping gives the same facts about the same persons as the example in code', async () => {
  const console = openTestConsole();
  const jobs = openTestJobs(console);
  const file = source();
  const first = await imported(jobs, await startImport(jobs, file, { mapping }));
  expect(first.job.error).toBe(null);
  const refused: string[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const { jobId } = first.job;
    const page: { readonly rows: readonly { readonly key: string | null }[]; readonly next: number | null } =
      await jobs.ask('import.results', { jobId, outcome: 'refused', after });
    refused.push(...page.rows.map(({ key }) => key ?? ''));
    after = page.next;
  }
  const all = lines(file);
  const taken = all.filter(({ id }) => !refused.includes(id));
  expect(first.result).toMatchObject({ rows: all.length, new: taken.length });
  // What the real source itself has wrong: a latitude of 441 degrees, an address that begins with hhttps.
  expect(refused).toHaveLength(all.length === invented.length ? 0 : 2);
  console.engine.engine.catchUp();
  await readViewsOf(dataFolderAt(console.folder))((context) => {
    const lookup = createPersonLookup(context);
    for (const legislator of taken) expect(foundOf(lookup, legislator)).toEqual(wantedOf(legislator));
  });
  const events = console.engine.store.log.head();
  const again = await imported(jobs, await startImport(jobs, file, { mapping }));
  expect(again.result).toMatchObject({ rows: all.length, unchanged: taken.length, new: 0, changed: 0 });
  expect(console.engine.store.log.head()).toBe(events);
});
