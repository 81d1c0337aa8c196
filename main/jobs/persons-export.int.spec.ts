import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addComponent, addPhone, createPerson, personIdOf, submission } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openTestConsole, type TestConsole } from '../testing/test-console.ts';
import { openTestJobs } from '../testing/test-jobs.ts';

const target = { personIds: [1, 2, 3, 99].map(personIdOf) };

async function withPersons(): Promise<TestConsole> {
  const console = openTestConsole();
  await console.submit(createPerson(1, { givenNames: ['Ada, "Countess"'], familyNames: ['Lovelace'] }));
  await console.submit(createPerson(2, { givenNames: ['=HYPERLINK("http://x")'], familyNames: ['Evil'] }));
  await console.submit(createPerson(3, '李 明'));
  await console.submit(addPhone(1, '44 668 18 00'));
  await console.submit(addComponent(1, 'Employment', { company: 'Acme', position: '@Home', current: true }));
  console.engine.engine.catchUp();
  return console;
}

it('writes the columns that were asked for, with nothing that a spreadsheet would carry out', async () => {
  const jobs = openTestJobs(await withPersons());
  const file = join(tempFolder(), 'persons.csv');
  const { jobId } = await jobs.ask('jobs.write', {
    kind: 'persons-export',
    format: 'csv',
    columns: ['name', 'phone', 'work', 'status'],
    target,
    file,
  });
  const job = await jobs.ended(jobId);
  const bytes = readFileSync(file);
  expect(job).toMatchObject({
    state: 'done',
    subject: file,
    result: { format: 'csv', persons: 3, bytes: bytes.length },
  });
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.toString('utf8').slice(1).split('\r\n');
  expect(lines[0]).toBe('Person id,Name,Phone,Role,Employer,Status');
  expect(lines[1]).toBe(
    `${personIdOf(1)},"Ada, ""Countess"" Lovelace","'+41 44 668 18 00","'@Home",Acme,active`,
  );
  expect(lines[2]).toContain(`,"'=HYPERLINK(""http://x"")`);
  expect(lines[3]).toContain('李');
  expect(lines).toHaveLength(5);
});

it('writes whole records as lines of JSON', async () => {
  const console = await withPersons();
  const jobs = openTestJobs(console);
  const file = join(tempFolder(), 'persons.jsonl');
  const { selectionId } = await jobs.ask('selections.take', { filter: {} });
  const order = { kind: 'persons-export', format: 'jsonl', target: { selectionId }, file } as const;
  const { jobId } = await jobs.ask('jobs.write', order);
  expect(await jobs.ended(jobId)).toMatchObject({ state: 'done', result: { persons: 3 } });
  const records = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly personId: string });
  const details = await Promise.all(records.map(({ personId }) => console.ask('persons.get', { personId })));
  expect(records).toEqual(details.map(({ person }) => person));
});

it('writes whole records as one list of JSON, an empty one of nobody', async () => {
  const console = await withPersons();
  const jobs = openTestJobs(console);
  const exported = async (filter: object): Promise<unknown> => {
    const file = join(tempFolder(), 'persons.json');
    const { selectionId } = await jobs.ask('selections.take', { filter });
    const order = { kind: 'persons-export', format: 'json', target: { selectionId }, file } as const;
    const { jobId } = await jobs.ask('jobs.write', order);
    expect((await jobs.ended(jobId)).state).toBe('done');
    return JSON.parse(readFileSync(file, 'utf8'));
  };
  const details = await Promise.all(
    [1, 2, 3].map((nth) => console.ask('persons.get', { personId: personIdOf(nth) })),
  );
  expect(await exported({})).toEqual(expect.arrayContaining(details.map(({ person }) => person)));
  expect(await exported({ status: ['merged'] })).toEqual([]);
});

it('writes what came of a change to many persons', async () => {
  const console = await withPersons();
  await console.submit(submission('ArchivePerson', { personId: personIdOf(2), reason: 'Closed' }));
  console.engine.engine.catchUp();
  const jobs = openTestJobs(console);
  const change = { action: 'deactivate', reason: 'Left' } as const;
  const bulk = await jobs.ask('jobs.start', { kind: 'bulk', change, target });
  await jobs.ended(bulk.jobId);
  const file = join(tempFolder(), 'results.csv');
  const { jobId } = await jobs.ask('jobs.write', { kind: 'results-export', jobId: bulk.jobId, file });
  expect(await jobs.ended(jobId)).toMatchObject({ state: 'done', result: { persons: 4 } });
  const lines = readFileSync(file, 'utf8').slice(1).trim().split('\r\n');
  expect(lines[0]).toBe('Person id,Name,Result,Code,Reason');
  expect(lines[2]).toMatch(/,refused,person-archived,/);
  expect(lines[4]).toMatch(/,,refused,person-missing,/);
  const unknown = { kind: 'results-export', jobId: 'x', file: `${file}2` } as const;
  await expect(jobs.ask('jobs.write', unknown)).rejects.toMatchObject({ error: { code: 'job-unknown' } });
});

it('leaves nothing behind where it is cancelled', async () => {
  const jobs = openTestJobs(await withPersons());
  const folder = tempFolder();
  const order = { kind: 'persons-export', format: 'csv', target, file: join(folder, 'x.csv') } as const;
  const { jobId } = await jobs.ask('jobs.write', order);
  await jobs.ask('jobs.cancel', { jobId });
  expect(await jobs.ended(jobId)).toMatchObject({ state: 'cancelled', result: null });
  expect(readdirSync(folder)).toEqual([]);
});
