import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fc } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { procedures } from '../../domain/contract/procedures.ts';
import { createRouter } from '../ipc/router.ts';
import { mutated } from '../trust/testing/hostile-values.ts';
import { dataFolderAt } from '../store/data-folder.ts';
import { openReadable } from '../store/sqlite/open-database.ts';
import { tamper } from '../testing/tampering.ts';
import { openTestConsole, type TestConsole } from '../testing/test-console.ts';
import { openTestJobs } from '../testing/test-jobs.ts';
import { createPerson } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';

async function withPersons(count: number): Promise<TestConsole> {
  const console = openTestConsole();
  await console.submitAll(Array.from({ length: count }, (_, index) => createPerson(index + 1)));
  console.engine.engine.catchUp();
  return console;
}

it('checks the log, and the report can be found again', async () => {
  const console = await withPersons(3);
  const jobs = openTestJobs(console);
  const { jobId } = await jobs.ask('jobs.start', { kind: 'verify' });
  expect(await jobs.ended(jobId)).toMatchObject({
    kind: 'verify',
    subject: null,
    state: 'done',
    result: { ok: true, events: 3, persons: 3 },
    progress: { done: 9, total: 9 },
    error: null,
  });
  expect(await jobs.ask('jobs.get', { jobId })).toMatchObject({ state: 'done', result: { ok: true } });
});

it('rebuilds a view', async () => {
  const jobs = openTestJobs(await withPersons(3));
  const { jobId } = await jobs.ask('jobs.start', { kind: 'rebuild', view: 'summary' });
  expect(await jobs.ended(jobId)).toMatchObject({
    subject: 'summary',
    state: 'done',
    result: { view: 'summary', events: 3 },
  });
});

it('writes a backup that a console opens', async () => {
  const jobs = openTestJobs(await withPersons(3));
  const file = join(tempFolder(), 'copies', 'log.backup');
  const { jobId } = await jobs.ask('jobs.write', { kind: 'backup', file });
  const { result, progress, state } = await jobs.ended(jobId);
  expect({ result, state }).toMatchObject({ state: 'done', result: { file, events: 3 } });
  // What is counted are bytes: the rate of pages tells nobody anything.
  expect(progress.total).toBe(result?.['bytes']);
  const copy = openReadable({ file });
  expect(copy.prepare('SELECT count(*) FROM events').pluck().get()).toBe(3);
  copy.close();
});

it('exports every event as a line', async () => {
  const jobs = openTestJobs(await withPersons(3));
  const folder = tempFolder();
  const file = join(folder, 'events.jsonl');
  const { jobId } = await jobs.ask('jobs.write', { kind: 'export', file });
  const { result } = await jobs.ended(jobId);
  const text = readFileSync(file, 'utf8');
  expect(result).toEqual({ file, events: 3, unreadable: 0, bytes: Buffer.byteLength(text) });
  expect(
    text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { position: number }).position),
  ).toEqual([1, 2, 3]);
  expect(readdirSync(folder)).toEqual(['events.jsonl']);
});

it.each([
  ['backup', 'backup-file-exists'],
  ['export', 'export-not-written'],
] as const)('does not write a %s over a file that is there', async (kind, code) => {
  const jobs = openTestJobs(await withPersons(1));
  const folder = tempFolder();
  const file = join(folder, 'taken');
  writeFileSync(file, 'mine');
  const { jobId } = await jobs.ask('jobs.write', { kind, file });
  expect(await jobs.ended(jobId)).toMatchObject({ state: 'failed', error: { code }, result: null });
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect(readdirSync(folder)).toEqual(['taken']);
});

it('says what is wrong with a place that cannot be written', async () => {
  const jobs = openTestJobs(await withPersons(1));
  const file = join(tempFolder(), 'nowhere', 'events.jsonl');
  const { jobId } = await jobs.ask('jobs.write', { kind: 'export', file });
  expect(await jobs.ended(jobId)).toMatchObject({ state: 'failed' });
  expect(jobs.reported).toEqual([]);
});

it('is cancelled, and takes back what it has written', async () => {
  const jobs = openTestJobs(await withPersons(3));
  const folder = tempFolder();
  for (const kind of ['backup', 'export'] as const) {
    const { jobId } = await jobs.ask('jobs.write', { kind, file: join(folder, kind) });
    await jobs.ask('jobs.cancel', { jobId });
    expect(await jobs.ended(jobId)).toMatchObject({ state: 'cancelled', error: null, result: null });
  }
  expect(readdirSync(folder)).toEqual([]);
});

it('is cancelled where the engine does the work', async () => {
  const console = await withPersons(300);
  const jobs = openTestJobs(console);
  const { jobId } = await jobs.ask('jobs.start', { kind: 'rebuild', view: 'search' });
  await jobs.ask('jobs.cancel', { jobId });
  expect(await jobs.ended(jobId)).toMatchObject({ state: 'cancelled' });
  const { views } = await console.ask('views.status');
  expect(views.find(({ view }) => view === 'search')).toMatchObject({ state: 'current', rebuild: null });
});

it('cannot be cancelled once it has ended, and not be removed before', async () => {
  const jobs = openTestJobs(await withPersons(1));
  const { jobId } = await jobs.ask('jobs.start', { kind: 'verify' });
  await expect(jobs.ask('jobs.remove', { jobId })).rejects.toMatchObject({ error: { code: 'job-running' } });
  await jobs.ended(jobId);
  await expect(jobs.ask('jobs.cancel', { jobId })).rejects.toMatchObject({ error: { code: 'job-ended' } });
  await jobs.ask('jobs.remove', { jobId });
  await expect(jobs.ask('jobs.get', { jobId })).rejects.toMatchObject({ error: { code: 'job-unknown' } });
});

it('is not done twice at once', async () => {
  const jobs = openTestJobs(await withPersons(1));
  const { jobId } = await jobs.ask('jobs.start', { kind: 'verify' });
  await expect(jobs.ask('jobs.start', { kind: 'verify' })).rejects.toMatchObject({
    error: { code: 'job-running', details: { jobId } },
  });
  await jobs.ended(jobId);
  await jobs.ask('jobs.start', { kind: 'verify' });
});

it('fails with what the engine answers', async () => {
  const jobs = openTestJobs(await withPersons(1));
  const { jobId } = await jobs.ask('jobs.start', { kind: 'rebuild', view: 'nothing' });
  expect(await jobs.ended(jobId)).toMatchObject({ state: 'failed', error: { code: 'view-unknown' } });
});

it('counts as interrupted where the console ended first, newest first in the list', async () => {
  const console = await withPersons(1);
  const before = openTestJobs(console);
  const first = await before.ask('jobs.start', { kind: 'verify' });
  await before.ended(first.jobId);
  const second = await before.ask('jobs.write', { kind: 'export', file: join(tempFolder(), 'x') });
  await before.close();
  const { jobs } = await openTestJobs(console).ask('jobs.list', {});
  expect(jobs.map(({ jobId, state }) => [jobId, state])).toEqual([
    [second.jobId, 'interrupted'],
    [first.jobId, 'done'],
  ]);
});

it('counts as interrupted where the console was killed', async () => {
  const console = await withPersons(1);
  const { jobs: file } = dataFolderAt(console.folder);
  const first = openTestJobs(console);
  const { jobId } = await first.ask('jobs.start', { kind: 'verify' });
  await first.ended(jobId);
  await first.close();
  tamper(file, `UPDATE jobs SET document = json_set(document, '$.state', 'running', '$.endedAt', NULL)`);
  tamper(file, `INSERT INTO jobs VALUES('odd', '2026-01-01', '{"of":"another version"}')`);
  const { jobs } = await openTestJobs(console).ask('jobs.list', {});
  expect(jobs).toMatchObject([{ jobId, state: 'interrupted' }]);
  expect(jobs[0]?.endedAt).not.toBeNull();
});

it('starts where the file of its results is damaged, which is put aside', async () => {
  const console = await withPersons(1);
  const { jobs: file } = dataFolderAt(console.folder);
  writeFileSync(file, 'no database at all, but long enough to be read as one, or so it seems '.repeat(30));
  expect(await openTestJobs(console).ask('jobs.list', {})).toEqual({ jobs: [] });
  expect(existsSync(`${file}.damaged`)).toBe(true);
});

it('keeps a limited number of results', async () => {
  const console = await withPersons(0);
  const jobs = openTestJobs(console);
  mkdirSync(join(console.folder, 'exports'));
  for (let index = 0; index < 205; index += 1) {
    const { jobId } = await jobs.ask('jobs.start', { kind: 'rebuild', view: `none-${index}` });
    await jobs.ended(jobId);
  }
  expect((await jobs.ask('jobs.list', {})).jobs).toHaveLength(200);
});

it('answers whatever is handed in with a job or a coded refusal', async () => {
  const console = await withPersons(1);
  const jobs = openTestJobs(console);
  const reported: unknown[] = [];
  const refuse = (): never => {
    throw new Error('Only jobs are asked here');
  };
  const route = createRouter(
    { jobs: jobs.call, query: refuse, engine: refuse, console: refuse },
    (_where, thrown) => reported.push(thrown),
  );
  const asked = fc.constantFrom(
    ...([
      ['jobs.list', {}],
      ['jobs.get', { jobId: 'x' }],
      ['jobs.start', { kind: 'rebuild', view: 'summary' }],
      ['jobs.start', { kind: 'verify' }],
      ['jobs.cancel', { jobId: 'x' }],
      ['jobs.remove', { jobId: 'x' }],
    ] as const),
  );
  const questions = asked.chain(([name, input]) => fc.tuple(fc.constant(name), mutated(fc.constant(input))));
  await fc.assert(
    fc.asyncProperty(questions, async ([procedure, input]) => {
      const reply = await route({ trusted: true, procedure, input });
      if (reply.ok) expect(procedures[procedure].output.safeParse(reply.value).error).toBeUndefined();
      else expect(reply.error.kind).not.toBe('bug');
    }),
    { numRuns: 200 },
  );
  expect([...reported, ...jobs.reported]).toEqual([]);
});
