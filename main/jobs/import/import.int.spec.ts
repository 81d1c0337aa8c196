import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addComponent, createPerson, personIdOf, submission } from '../../testing/submissions.ts';
import { openTestConsole, type TestConsole } from '../../testing/test-console.ts';
import { openTestJobs, type TestJobs } from '../../testing/test-jobs.ts';
import {
  fileOf,
  HEADER,
  importFile,
  imported,
  MIXED,
  people,
  startImport,
  tableOf,
} from './testing/imports.ts';

const head = (console: TestConsole) => console.engine.store.log.head();

async function names(console: TestConsole): Promise<readonly string[]> {
  const { rows } = await console.ask('persons.list', {});
  return rows.map(({ displayName }) => displayName).toSorted();
}

describe('a dry run', () => {
  it('says what would come of every row, changes nothing, and says what the run then does', async () => {
    const console = openTestConsole();
    const jobs = openTestJobs(console);
    const file = fileOf(MIXED);
    const tried = await importFile(jobs, file, { dryRun: true });
    expect(tried.job).toMatchObject({ kind: 'import', subject: 'people.csv', state: 'done' });
    expect(tried.result).toMatchObject({ rows: 7, new: 2, refused: 5, dryRun: true, mapping: 'people' });
    expect(tried.rows.map(({ row, outcome, code, field }) => [row, outcome, code, field])).toEqual([
      [1, 'new', null, null],
      [2, 'new', null, null],
      [3, 'refused', 'key-missing', 'Id'],
      [4, 'refused', 'command-invalid', 'Born'],
      [5, 'refused', 'command-invalid', 'First, Last'],
      [6, 'refused', 'component-invalid', 'E-mail'],
      [7, 'refused', 'key-repeated', null],
    ]);
    // Who is meant is said of what is refused, too.
    expect(tried.rows.map(({ displayName }) => displayName)).toEqual([
      'Ada Lovelace',
      'Alan Turing',
      null,
      'Grace Hopper',
      null,
      'Eve Mail',
      'Ada Again',
    ]);
    expect(head(console)).toBe(0);
    const ran = await importFile(jobs, file);
    expect(ran.rows).toEqual(tried.rows);
    expect(await names(console)).toEqual(['Ada Lovelace', 'Alan Turing']);
  });

  it('names what would change of whom, field by field', async () => {
    const console = openTestConsole();
    const jobs = openTestJobs(console);
    await importFile(jobs, fileOf(`${HEADER}1,Ada,Byron,,ada@x.org\n2,Alan,Turing,,\n`));
    const before = head(console);
    const later = fileOf(`${HEADER}1,Ada,Lovelace,1815-12-10,ada@y.org\n2,Alan,Turing,,\n`);
    const { rows, result } = await importFile(jobs, later, { dryRun: true });
    expect(result).toMatchObject({ changed: 1, unchanged: 1 });
    expect(rows[0]?.displayName).toBe('Ada Lovelace');
    expect(rows[0]?.changes.map(({ what, how, fields }) => [what, how, fields])).toEqual([
      ['name', 'changed', ['familyNames']],
      ['birthDate', 'added', []],
      ['EmailAddress', 'changed', ['address']],
    ]);
    expect(head(console)).toBe(before);
  });
});

describe('a run', () => {
  it('again changes nothing, and what was changed back is changed back', async () => {
    const console = openTestConsole();
    const jobs = openTestJobs(console);
    const [first, second] = [fileOf(tableOf(3)), fileOf(tableOf(3, 'King'))];
    await importFile(jobs, first);
    const events = head(console);
    expect((await importFile(jobs, first)).result).toMatchObject({ rows: 3, unchanged: 3 });
    expect(head(console)).toBe(events);
    expect((await importFile(jobs, second)).result).toMatchObject({ changed: 3 });
    expect((await importFile(jobs, first)).result).toMatchObject({ changed: 3 });
    expect(await names(console)).toEqual(['Ada1 Lovelace', 'Ada2 Lovelace', 'Ada3 Lovelace']);
    expect(head(console)).toBe(events + 6);
  });

  it('tells bytes and rows while it goes on', async () => {
    const jobs = openTestJobs(openTestConsole());
    const jobId = await startImport(jobs, fileOf(tableOf(500)));
    const { progress } = await jobs.seen(jobId, (job) => job.progress.rows !== undefined);
    expect(progress.total).toBe(Buffer.byteLength(tableOf(500)));
    expect(progress.rows?.done).toBeGreaterThan(0);
    expect((await imported(jobs, jobId)).result).toMatchObject({ rows: 500, new: 500 });
  });

  it('passes over who possibly exists, unless told otherwise, and says whom it took for them', async () => {
    const console = openTestConsole();
    const jobs = openTestJobs(console);
    await console.submit(createPerson(1, 'Ada Lovelace'));
    await console.submit(addComponent(1, 'EmailAddress', { address: 'ada1@example.org' }));
    console.engine.engine.catchUp();
    const file = fileOf(tableOf(2));
    const { rows, result } = await importFile(jobs, file);
    expect(result).toMatchObject({ new: 1, duplicate: 1 });
    expect(rows[0]).toMatchObject({ outcome: 'duplicate', code: 'possible-duplicate' });
    expect(rows[0]?.duplicateOf).toEqual([
      {
        personId: personIdOf(1),
        displayName: 'Ada Lovelace',
        reasons: [{ kind: 'email', value: 'ada1@example.org', degree: null }],
      },
    ]);
    const anyway = await importFile(jobs, file, { duplicates: 'import' });
    expect(anyway.result).toMatchObject({ new: 1, unchanged: 1 });
    expect(anyway.rows[0]?.duplicateOf).toHaveLength(1);
  });

  it('takes rows of one file for different persons, alike as they may be', async () => {
    const jobs = openTestJobs(openTestConsole());
    const alike = Array.from({ length: 200 }, (_, index) => `${index},Ada,Lovelace,1815-12-10,ada@x.org\n`);
    expect((await importFile(jobs, fileOf(HEADER + alike.join('')))).result).toMatchObject({ new: 200 });
  });

  it('leaves who was archived alone, and says so where there is something to change', async () => {
    const console = openTestConsole();
    const jobs = openTestJobs(console);
    const { rows } = await importFile(jobs, fileOf(tableOf(1)));
    await console.submit(
      submission('ArchivePerson', { personId: rows[0]?.personId ?? '', reason: 'Closed' }),
    );
    console.engine.engine.catchUp();
    expect((await importFile(jobs, fileOf(tableOf(1)))).result).toMatchObject({ unchanged: 1 });
    const changed = await importFile(jobs, fileOf(tableOf(1, 'King')));
    expect(changed.rows[0]).toMatchObject({ outcome: 'refused', code: 'person-archived' });
  });

  it('that meets somebody who changes the same person looks again', async () => {
    const console = openTestConsole();
    const first = openTestJobs(console);
    const { rows } = await importFile(first, fileOf(tableOf(1)));
    await first.close();
    let isFirst = true;
    const jobs = openTestJobs(console, async (name, ask) => {
      if (name !== 'commands.submit' || !isFirst) return ask();
      isFirst = false;
      const personId = rows[0]?.personId ?? '';
      await console.submit(submission('AssignLocation', { personId, locationId: 'Bern' }));
      console.engine.engine.catchUp();
      return ask();
    });
    expect((await importFile(jobs, fileOf(tableOf(1, 'King')))).result).toMatchObject({
      changed: 1,
      refused: 0,
    });
    expect(await names(console)).toEqual(['Ada1 King']);
  });
});

/** Lets so many commands pass, then cancels the job. */
async function cancelledAfter(console: TestConsole, count: number, file: string) {
  let [sent, jobId] = [0, ''];
  const jobs: TestJobs = openTestJobs(console, async (name, ask) => {
    if (name === 'commands.submit') sent += 1;
    if (sent === count) await jobs.ask('jobs.cancel', { jobId });
    return ask();
  });
  const { fileId } = await jobs.ask('import.open', { path: file });
  const started = jobs.ask('import.start', { fileId, mapping: people, dryRun: false });
  jobId = (await started).jobId;
  return { jobs, ...(await imported(jobs, jobId)) };
}

/** The counts that go with the rows are what these come to. */
async function expectTrueCounts(jobs: TestJobs, jobId: string): Promise<void> {
  const { rows, counts } = await jobs.ask('import.results', { jobId, limit: 1000 });
  const of = (wanted: string) => rows.filter(({ outcome }) => outcome === wanted).length;
  expect(counts).toEqual({
    rows: rows.length,
    new: of('new'),
    changed: of('changed'),
    unchanged: of('unchanged'),
    duplicate: of('duplicate'),
    refused: of('refused'),
  });
}

describe('an import that is cancelled', () => {
  it('ends between rows, leaves its result, and goes on from there', async () => {
    const console = openTestConsole();
    const file = fileOf(tableOf(400));
    const { jobs, job, result } = await cancelledAfter(console, 300, file);
    expect(job.state).toBe('cancelled');
    expect(result.new).toBe(result.rows);
    expect(result.rows).toBeGreaterThan(0);
    expect(result.rows).toBeLessThan(400);
    expect(head(console)).toBe(3 * result.rows);
    await expectTrueCounts(jobs, job.jobId);
    await jobs.ask('jobs.resume', { jobId: job.jobId });
    const ended = await jobs.seen(job.jobId, ({ state }) => state === 'done');
    expect(ended.result).toMatchObject({ rows: 400, new: 400 });
    await expectTrueCounts(jobs, job.jobId);
    expect(head(console)).toBe(1200);
    await expect(jobs.ask('jobs.resume', { jobId: job.jobId })).rejects.toMatchObject({
      error: { code: 'job-not-resumable' },
    });
  });

  it('does not go on with another file', async () => {
    const console = openTestConsole();
    const file = fileOf(tableOf(400));
    const { jobs, job } = await cancelledAfter(console, 300, file);
    appendFileSync(file, '401,Eve,Late,,\n');
    await jobs.ask('jobs.resume', { jobId: job.jobId });
    const failed = await jobs.seen(job.jobId, ({ state }) => state === 'failed');
    expect(failed.error).toMatchObject({ code: 'import-file-changed' });
  });
});

describe('an import of a file as it was looked at', () => {
  it('is not begun once the file is another, and is after it was looked at again', async () => {
    const console = openTestConsole();
    const jobs = openTestJobs(console);
    const path = fileOf(tableOf(3));
    const { fileId, mark } = await jobs.ask('import.open', { path });
    const order = { fileId, mapping: people, dryRun: false };
    appendFileSync(path, '4,Eve,Late,,\n');
    await expect(jobs.ask('import.start', { ...order, mark })).rejects.toMatchObject({
      error: { code: 'import-file-changed', kind: 'rejected' },
    });
    expect(head(console)).toBe(0);
    const { file } = await jobs.ask('import.inspect', { fileId });
    expect(file.mark).not.toBe(mark);
    const { jobId } = await jobs.ask('import.start', { ...order, mark: file.mark });
    expect((await imported(jobs, jobId)).result).toMatchObject({ rows: 4, new: 4 });
  });
});

describe('results', () => {
  it('are paged, by outcome, and go with their job', async () => {
    const jobs = openTestJobs(openTestConsole());
    const { job } = await importFile(jobs, fileOf(MIXED), { dryRun: true });
    const { jobId } = job;
    const first = await jobs.ask('import.results', { jobId, outcome: 'refused', limit: 2 });
    expect([first.rows.map(({ row }) => row), first.next]).toEqual([[3, 4], 4]);
    const rest = await jobs.ask('import.results', { jobId, outcome: 'refused', after: 4 });
    expect([rest.rows.map(({ row }) => row), rest.next]).toEqual([[5, 6, 7], null]);
    await jobs.ask('jobs.remove', { jobId });
    await expect(jobs.ask('import.results', { jobId })).rejects.toMatchObject({
      error: { code: 'job-unknown' },
    });
  });
});

describe('mappings', () => {
  it('keep their version under another name, which must be free', async () => {
    const jobs = openTestJobs(openTestConsole());
    const save = (name: string) => jobs.ask('import.save-mapping', { mapping: { ...people, name } });
    await save('Members');
    await save('Members');
    await save('Guests');
    const rename = (name: string, newName: string) => jobs.ask('import.rename-mapping', { name, newName });
    await expect(rename('Members', 'guests')).rejects.toMatchObject({
      error: { code: 'mapping-name-taken' },
    });
    await expect(rename('Nobody', 'Somebody')).rejects.toMatchObject({ error: { code: 'mapping-unknown' } });
    expect((await rename('Members', 'MEMBERS')).mapping).toMatchObject({ name: 'MEMBERS', version: 2 });
    await rename('members', 'Visitors');
    const { mappings } = await jobs.ask('import.mappings', {});
    expect(mappings).toMatchObject([
      { name: 'Guests', version: 1 },
      { name: 'Visitors', version: 2 },
    ]);
  });

  it('are saved by name, version after version, and forgotten', async () => {
    const jobs = openTestJobs(openTestConsole());
    const mapping = { ...people, name: 'Our CRM' };
    expect((await jobs.ask('import.save-mapping', { mapping })).mapping.version).toBe(1);
    const changed = { ...mapping, name: 'our crm', key: 'Number' };
    expect((await jobs.ask('import.save-mapping', { mapping: changed })).mapping.version).toBe(2);
    const { mappings } = await jobs.ask('import.mappings', {});
    expect(mappings).toMatchObject([{ name: 'our crm', version: 2, key: 'Number' }]);
    await jobs.ask('import.remove-mapping', { name: 'OUR CRM' });
    expect((await jobs.ask('import.mappings', {})).mappings).toEqual([]);
    await expect(jobs.ask('import.remove-mapping', { name: 'our crm' })).rejects.toMatchObject({
      error: { code: 'mapping-unknown' },
    });
  });

  it('go into a file, and come from one', async () => {
    const jobs = openTestJobs(openTestConsole());
    const { mapping } = await jobs.ask('import.save-mapping', { mapping: { ...people, name: 'Our CRM' } });
    const path = fileOf('', 'our-crm.mapping.json');
    await jobs.ask('import.write-mapping', { name: 'our crm', path });
    expect(await jobs.ask('import.read-mapping', { path })).toEqual({ mapping });
    await expect(jobs.ask('import.write-mapping', { name: 'other', path })).rejects.toMatchObject({
      error: { code: 'mapping-unknown' },
    });
    const nowhere = join(path, 'mapping.json');
    await expect(jobs.ask('import.write-mapping', { name: 'our crm', path: nowhere })).rejects.toMatchObject({
      error: { code: 'export-not-written', details: { file: nowhere } },
    });
    expect(await jobs.ask('import.read-mapping', { path })).toEqual({ mapping });
  });

  it.each([
    ['Id,First\n1,Ada\n', 'it is not JSON'],
    ['{"language":1}', 'name: '],
    [JSON.stringify({ ...people, language: 2 }), 'language: '],
    [`${JSON.stringify(people)}${' '.repeat(1024 * 1024)}`, 'longer than 1 MB'],
  ])('are not read from what is none', async (text, words) => {
    const jobs = openTestJobs(openTestConsole());
    await expect(jobs.ask('import.read-mapping', { path: fileOf(text) })).rejects.toMatchObject({
      error: { code: 'mapping-file-invalid', message: expect.stringContaining(words) as string },
    });
  });
});
