import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type ImportMapping, importMappingSchema } from '../../domain/contract/import-mapping.ts';
import { planRow } from '../../domain/import/plan-row.ts';
import { personIdFor, readRow } from '../../domain/import/wanted-person.ts';
import { deriveId } from '../../main/jobs/import/plan-source-row.ts';
import { imported, startImport } from '../../main/jobs/import/testing/imports.ts';
import { readViewsOf } from '../../main/jobs/read-views.ts';
import { dataFolderAt } from '../../main/store/data-folder.ts';
import { createPersonLookup, type PersonLookup } from '../../main/store/sqlite/queries/person-lookup.ts';
import { sharedFolder } from '../../main/testing/temp-folder.ts';
import { openTestConsole } from '../../main/testing/test-console.ts';
import { openTestJobs, type TestJobs } from '../../main/testing/test-jobs.ts';
import { invented } from './testing/invented-legislators.ts';
import { factsOf } from './us-legislators-facts.ts';
import type { Legislator } from './us-legislators-source.ts';

const root = join(import.meta.dirname, '../..');
const mapping = importMappingSchema.parse(
  JSON.parse(readFileSync(join(root, 'docs/examples/us-legislators.mapping.json'), 'utf8')),
);

const real = join(root, '../shared/data/us-legislators.jsonl');

function fileOf(persons: readonly Legislator[], name = 'us-legislators.jsonl'): string {
  const file = join(sharedFolder(), name);
  writeFileSync(file, persons.map((one) => `${JSON.stringify(one)}\n`).join(''));
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

/** The source's ids of the rows that were refused. */
async function refusedIn(jobs: TestJobs, jobId: string): Promise<string[]> {
  const refused: string[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: { readonly rows: readonly { readonly key: string | null }[]; readonly next: number | null } =
      await jobs.ask('import.results', { jobId, outcome: 'refused', after });
    refused.push(...page.rows.map(({ key }) => key ?? ''));
    after = page.next;
  }
  return refused;
}

/** Imports a file twice: the first time every person comes as the source says, the second time nothing does. */
async function importTwice(file: string): Promise<readonly string[]> {
  const console = openTestConsole();
  const jobs = openTestJobs(console);
  const first = await imported(jobs, await startImport(jobs, file, { mapping }));
  expect(first.job.error).toBe(null);
  const refused = await refusedIn(jobs, first.job.jobId);
  const all = lines(file);
  const taken = all.filter(({ id }) => !refused.includes(id));
  expect(first.result).toMatchObject({ rows: all.length, new: taken.length });
  console.engine.engine.catchUp();
  await readViewsOf(dataFolderAt(console.folder))((context) => {
    const lookup = createPersonLookup(context);
    for (const legislator of taken) {
      const found = foundOf(lookup, legislator);
      expect(found).toEqual(wantedOf(legislator));
      expect(found?.components['Employment'] ?? 0).toBe(legislator.terms.length);
    }
  });
  const events = console.engine.store.log.head();
  const again = await imported(jobs, await startImport(jobs, file, { mapping }));
  expect(again.result).toMatchObject({ rows: all.length, unchanged: taken.length, new: 0, changed: 0 });
  expect(console.engine.store.log.head()).toBe(events);
  return refused;
}

async function suggestedFor(jobs: TestJobs, path: string): Promise<ImportMapping> {
  const { fileId } = await jobs.ask('import.open', { path });
  const { suggestion } = await jobs.ask('import.inspect', { fileId });
  if (suggestion === null) throw new Error('Nothing is suggested');
  return suggestion;
}

/** What becomes of the entries of which list. */
function listsOf({ components }: ImportMapping): ReadonlySet<string> {
  const inLists = components.filter(({ each }) => each !== undefined);
  return new Set(inLists.map(({ type, each }) => `${type} ${JSON.stringify(each)}`));
}

/** Type of component → how many of them a mapping makes of a row; null where it refuses the row. */
function plannedBy(used: ImportMapping, legislator: Legislator): Record<string, number> | null {
  const read = readRow(used, { ...legislator }, deriveId);
  if (!read.ok) return null;
  const { source, sourceSystem } = used;
  const context = { source, sourceSystem, now: '2026-01-01T00:00:00.000Z', reference: () => undefined };
  const { fault, after } = planRow(read.wanted, { exists: false }, context);
  return fault === null ? counted((after?.components ?? []).map(({ type }) => type)) : null;
}

/** The public data is not part of the source code: where it is at hand, it is read as well. */
const sources = [
  { of: 'invented persons', file: fileOf(invented), mostRefused: 0 },
  // What the source itself has wrong: a latitude of 441 degrees, an address that begins with hhttps.
  { of: 'the public data', file: real, mostRefused: 2 },
].filter(({ file }) => existsSync(file));

it.each(sources)(
  'the mapping gives the same facts about the same persons as the example in code: $of',
  async ({ file, mostRefused }) => {
    expect((await importTwice(file)).length).toBeLessThanOrEqual(mostRefused);
  },
);

it.each(sources)('what is suggested for it takes the same persons: $of', async ({ file, mostRefused }) => {
  const jobs = openTestJobs(openTestConsole());
  const suggestion = await suggestedFor(jobs, file);
  const tried = await imported(jobs, await startImport(jobs, file, { mapping: suggestion, dryRun: true }));
  const { refused } = tried.result;
  expect(refused).toBeLessThanOrEqual(mostRefused);
  expect(tried.result.new).toBe(lines(file).length - refused);
  expect(listsOf(suggestion)).toEqual(listsOf(mapping));
  for (const legislator of lines(file)) {
    const components = plannedBy(suggestion, legislator);
    if (components === null) continue;
    expect(components['Employment'] ?? 0).toBe(legislator.terms.length);
    // The source has a role twice that began on one day, with two ends: in code too it is one.
    expect(components['Affiliation']).toBe(wantedOf(legislator).components['Affiliation']);
    expect(components['Address'] ?? 0).toBeGreaterThanOrEqual(legislator.offices.length);
  }
});

it.each(['saved', 'suggested'])(
  'a role that was ongoing has ended in a later file, and a number is another one: a change by the %s mapping',
  async (which) => {
    const jobs = openTestJobs(openTestConsole());
    const file = fileOf(invented);
    const used = which === 'saved' ? mapping : await suggestedFor(jobs, file);
    await imported(jobs, await startImport(jobs, file, { mapping: used }));
    const later = invented.map((one) => ({
      ...one,
      leadership_roles: one.leadership_roles.map((role) => ({ ...role, end: role.end ?? '2008-01-03' })),
      terms: one.terms.map((term) => ({ ...term, phone: '202-555-0199' })),
    }));
    const again = await imported(
      jobs,
      await startImport(jobs, fileOf(later, 'later.jsonl'), { mapping: used }),
    );
    expect(again.result).toMatchObject({ changed: 1, unchanged: 1, refused: 0 });
    const phones = again.rows.flatMap(({ changes }) => changes.filter(({ what }) => what === 'PhoneNumber'));
    expect(phones.map(({ how }) => how)).toEqual([which === 'saved' ? 'added' : 'changed']);
  },
);
