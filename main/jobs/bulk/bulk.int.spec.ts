import { describe, expect, it } from 'vitest';
import type { BulkChange } from '../../../domain/contract/bulk.ts';
import type { ProcedureInput } from '../../../domain/contract/procedures.ts';
import { failure } from '../../../domain/contract/errors.ts';
import { dataFolderAt } from '../../store/data-folder.ts';
import { addComponent, createPerson, personIdOf, rename, submission } from '../../testing/submissions.ts';
import { tamper } from '../../testing/tampering.ts';
import { openTestConsole, type TestConsole } from '../../testing/test-console.ts';
import { openTestJobs, type TestJobs } from '../../testing/test-jobs.ts';

type Target = Extract<ProcedureInput<'jobs.start'>, { kind: 'bulk' }>['target'];

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const chosen = (...list: number[]) => ({ personIds: list.map(personIdOf) });
const named = (number: number) => ({ personId: personIdOf(number), displayName: `Ada N000${number}` });
const deactivate: BulkChange = { action: 'deactivate', reason: 'Left the company' };
const vip: BulkChange = { action: 'add-tag', tag: 'VIP' };

async function withPersons(count: number): Promise<TestConsole> {
  const console = openTestConsole();
  await console.submitAll(
    numbers(count).map((number) => createPerson(number, `Ada N${String(number).padStart(4, '0')}`)),
  );
  console.engine.engine.catchUp();
  return console;
}

/** Of five: one archived, one suspended. */
async function withVariety(): Promise<TestConsole> {
  const console = await withPersons(5);
  await console.submit(submission('ArchivePerson', { personId: personIdOf(2), reason: 'Closed' }));
  await console.submit(submission('DeactivatePerson', { personId: personIdOf(3), reason: 'On leave' }));
  console.engine.engine.catchUp();
  return console;
}

async function bulk(jobs: TestJobs, change: BulkChange, target: Target) {
  const { jobId } = await jobs.ask('jobs.start', { kind: 'bulk', change, target });
  return jobs.ended(jobId);
}

async function statuses(console: TestConsole) {
  const { persons } = await console.ask('persons.counts', {});
  return persons;
}

async function eventsOf(console: TestConsole, number: number): Promise<readonly string[]> {
  const { rows } = await console.ask('persons.timeline', { personId: personIdOf(number) });
  return rows.map(({ type }) => type).toReversed();
}

/** Resolves once the job has asked so many times for a command, which then waits until it is let go. */
function gate(after: number) {
  let count = 0;
  let reached: () => void = () => undefined;
  let open: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (open = resolve));
  const waiting = new Promise<void>((resolve) => (reached = resolve));
  const between = async (name: string, ask: () => Promise<unknown>): Promise<unknown> => {
    if (name !== 'commands.submit') return ask();
    count += 1;
    if (count > after) {
      reached();
      await held;
    }
    return ask();
  };
  return { between, waiting, open };
}

describe('a selection', () => {
  it('is everybody who matches at this moment, and nobody who comes to match later', async () => {
    const console = await withVariety();
    const jobs = openTestJobs(console);
    const { selectionId, count } = await jobs.ask('selections.take', { filter: { status: ['active'] } });
    expect(count).toBe(3);
    await console.submit(createPerson(9, 'Ada Late'));
    console.engine.engine.catchUp();
    const preview = await jobs.ask('bulk.preview', { action: 'archive', target: { selectionId } });
    expect(preview).toMatchObject({ total: 3, able: 3 });
    const target = { selectionId, except: [personIdOf(1)] };
    expect(await jobs.ask('bulk.preview', { action: 'archive', target })).toMatchObject({ total: 2 });
  });

  it('follows a search, filters and possible duplicates', async () => {
    const console = await withPersons(4);
    for (const number of [1, 4]) {
      await console.submit(
        addComponent(number, 'EmailAddress', { address: 'same@example.org', type: 'Work' }),
      );
    }
    console.engine.engine.catchUp();
    const jobs = openTestJobs(console);
    const take = async (filter: object) => (await jobs.ask('selections.take', { filter })).count;
    expect(await take({})).toBe(4);
    expect(await take({ text: 'n0003' })).toBe(1);
    expect(await take({ text: '  ' })).toBe(0);
    expect(await take({ duplicates: true })).toBe(2);
    expect(await take({ text: 'ada', componentType: 'EmailAddress' })).toBe(2);
    expect(await take({ employer: 'acme' })).toBe(0);
  });

  it('that is no longer kept is refused', async () => {
    const jobs = openTestJobs(await withPersons(1));
    const first = await jobs.ask('selections.take', { filter: {} });
    for (let more = 0; more < 8; more += 1) await jobs.ask('selections.take', { filter: {} });
    const target = { selectionId: first.selectionId };
    await expect(jobs.ask('bulk.preview', { action: 'archive', target })).rejects.toMatchObject({
      error: { code: 'selection-gone' },
    });
  });
});

describe('a preview', () => {
  it('says who can be changed, who need not be, and who cannot and why', async () => {
    const jobs = openTestJobs(await withVariety());
    const target = chosen(1, 2, 3, 4, 5, 77);
    expect(await jobs.ask('bulk.preview', { action: 'deactivate', target })).toEqual({
      total: 6,
      able: 3,
      persons: [1, 4, 5].map(named),
      unchanged: 1,
      unchangedPersons: [named(3)],
      refusals: [
        expect.objectContaining({
          code: 'person-archived',
          count: 1,
          persons: [named(2)],
        }),
        expect.objectContaining({ code: 'person-missing', count: 1 }),
      ],
    });
  });

  it('of a tag looks at the tags that persons have, and changes nothing', async () => {
    const console = await withVariety();
    await console.submit(addComponent(1, 'Tag', { name: 'vip' }));
    console.engine.engine.catchUp();
    const before = (await console.ask('log.page')).head;
    const jobs = openTestJobs(console);
    const target = chosen(1, 3, 4);
    expect(await jobs.ask('bulk.preview', { action: 'add-tag', tag: 'VIP', target })).toMatchObject({
      able: 1,
      unchanged: 1,
      refusals: [{ code: 'person-suspended', count: 1 }],
    });
    expect(await jobs.ask('bulk.preview', { action: 'remove-tag', tag: 'Vip', target })).toMatchObject({
      able: 1,
      unchanged: 2,
    });
    await expect(jobs.ask('bulk.preview', { action: 'add-tag', target })).rejects.toMatchObject({
      error: { code: 'tag-missing' },
    });
    expect((await console.ask('log.page')).head).toBe(before);
  });

  it('gives way to the next one', async () => {
    const jobs = openTestJobs(await withPersons(300));
    const { selectionId } = await jobs.ask('selections.take', { filter: {} });
    const first = jobs.ask('bulk.preview', { action: 'archive', target: { selectionId } });
    const second = jobs.ask('bulk.preview', { action: 'deactivate', target: { selectionId } });
    await expect(first).rejects.toMatchObject({ error: { code: 'preview-superseded' } });
    expect(await second).toMatchObject({ able: 300 });
  });
});

describe('a bulk job', () => {
  it('changes those who can be changed; that others cannot is a result, not a failure', async () => {
    const console = await withVariety();
    const jobs = openTestJobs(console);
    const job = await bulk(jobs, deactivate, chosen(1, 2, 3, 4, 5));
    expect(job).toMatchObject({
      kind: 'bulk',
      subject: 'deactivate',
      state: 'done',
      progress: { done: 5, total: 5 },
      result: { ...deactivate, total: 5, done: 3, unchanged: 1, refused: 1, notReached: 0 },
    });
    expect(await statuses(console)).toEqual({ suspended: 4, archived: 1 });
    const { rows, counts } = await jobs.ask('bulk.results', { jobId: job.jobId });
    expect(counts).toMatchObject({ done: 3, refused: 1 });
    expect(rows.map(({ state }) => state)).toEqual(['done', 'refused', 'unchanged', 'done', 'done']);
    expect(rows[1]).toMatchObject({ displayName: 'Ada N0002', code: 'person-archived' });
    expect(rows[1]?.message).toMatch(/archived/);
  });

  it('is the operator’s: every event names them, and the job as what it belongs to', async () => {
    const console = await withPersons(1);
    const { jobId } = await bulk(openTestJobs(console), deactivate, chosen(1));
    const { rows } = await console.ask('persons.timeline', { personId: personIdOf(1) });
    expect(rows[0]).toMatchObject({ type: 'PersonSuspended', actor: 'user:grace', correlationId: jobId });
    expect(JSON.parse(rows[0]?.data ?? '{}')).toEqual({ reason: 'Left the company' });
  });

  it('tags, and takes tags away, each once', async () => {
    const console = await withVariety();
    for (const name of ['vip', 'VIP']) await console.submit(addComponent(1, 'Tag', { name }));
    console.engine.engine.catchUp();
    const jobs = openTestJobs(console);
    const tagged = await bulk(jobs, vip, chosen(1, 3, 4));
    expect(tagged.result).toMatchObject({ done: 1, unchanged: 1, refused: 1, tag: 'VIP' });
    console.engine.engine.catchUp();
    const removed = await bulk(jobs, { action: 'remove-tag', tag: 'vip' }, chosen(1, 3, 4, 88));
    expect(removed.result).toMatchObject({ done: 2, unchanged: 1, refused: 1 });
    const { rows } = await console.ask('persons.components', { componentType: 'Tag' });
    expect(rows).toEqual([]);
  });

  it('looks again at a person who was changed under its hands', async () => {
    const console = await withPersons(3);
    const answers: unknown[] = [];
    const jobs = openTestJobs(console, async (name, ask) => {
      if (name !== 'commands.submit') return ask();
      // Renamed after the job has looked, and before it says what is to be done.
      if (answers.length === 0) await console.submit(rename(2, 'Grace Hopper'));
      answers.push(await ask());
      return answers.at(-1);
    });
    expect(await bulk(jobs, vip, chosen(2))).toMatchObject({ result: { done: 1, refused: 0 } });
    expect(answers).toMatchObject([{ status: 'conflict' }, { status: 'accepted' }]);
  });

  it('says so where a person never comes to rest', async () => {
    const console = await withPersons(1);
    tamper(
      dataFolderAt(console.folder).views,
      `UPDATE details_1 SET document = json_set(document, '$.version', 9)`,
    );
    const { result } = await bulk(openTestJobs(console), vip, chosen(1));
    expect(result).toMatchObject({ done: 0, refused: 1 });
  });

  it('refuses nobody at all, and a job that is none', async () => {
    const jobs = openTestJobs(await withPersons(1));
    const { selectionId } = await jobs.ask('selections.take', { filter: { text: 'nobody' } });
    const start = (target: Target) => jobs.ask('jobs.start', { kind: 'bulk', change: deactivate, target });
    await expect(start({ selectionId })).rejects.toMatchObject({ error: { code: 'nobody-selected' } });
    await expect(start({ doneBy: 'x' })).rejects.toMatchObject({ error: { code: 'job-unknown' } });
    await expect(jobs.ask('bulk.results', { jobId: 'x' })).rejects.toMatchObject({
      error: { code: 'job-unknown' },
    });
    const verify = await jobs.ask('jobs.start', { kind: 'verify' });
    await jobs.ended(verify.jobId);
    await expect(jobs.ask('jobs.resume', { jobId: verify.jobId })).rejects.toMatchObject({
      error: { code: 'job-unknown' },
    });
  });

  it('shows its results page by page and by what came of them', async () => {
    const jobs = openTestJobs(await withVariety());
    const { jobId } = await bulk(jobs, deactivate, chosen(1, 2, 3, 4, 5));
    const first = await jobs.ask('bulk.results', { jobId, state: 'done', limit: 2 });
    const second = await jobs.ask('bulk.results', { jobId, state: 'done', limit: 2, after: first.next ?? 0 });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([2, 1, null]);
    expect((await jobs.ask('bulk.results', { jobId, state: 'not-reached' })).rows).toEqual([]);
    await jobs.ask('jobs.remove', { jobId });
    await expect(jobs.ask('bulk.results', { jobId })).rejects.toMatchObject({
      error: { code: 'job-unknown' },
    });
  });
});

describe('a bulk job that ends early', () => {
  it('keeps what it has done when it is cancelled, and goes on from there', async () => {
    const console = await withPersons(60);
    const { between, waiting, open } = gate(20);
    const jobs = openTestJobs(console, between);
    const { jobId } = await jobs.ask('jobs.start', {
      kind: 'bulk',
      change: deactivate,
      target: chosen(...numbers(60)),
    });
    await waiting;
    await jobs.ask('jobs.cancel', { jobId });
    await expect(jobs.ask('jobs.resume', { jobId })).rejects.toMatchObject({
      error: { code: 'job-not-resumable' },
    });
    open();
    const { state, result } = await jobs.ended(jobId);
    // What was under way is waited for: nobody is left in between.
    expect([state, result?.['done'], result?.['notReached']]).toEqual(['cancelled', 32, 28]);
    expect(await statuses(console)).toEqual({ active: 28, suspended: 32 });
    await jobs.ask('jobs.resume', { jobId });
    const again = await jobs.seen(jobId, (job) => job.state === 'done');
    expect(again).toMatchObject({ error: null, result: { total: 60, done: 60, notReached: 0 } });
    expect(again.progress).toMatchObject({ done: 60, total: 60 });
    for (const number of numbers(60)) {
      expect(await eventsOf(console, number)).toEqual(['PersonCreated', 'PersonSuspended']);
    }
  });

  it('is interrupted where the console ends, and runs on in the next without doing anything twice', async () => {
    const console = await withPersons(40);
    const { between, waiting, open } = gate(18);
    const before = openTestJobs(console, between);
    const target = chosen(...numbers(40));
    const { jobId } = await before.ask('jobs.start', { kind: 'bulk', change: vip, target });
    await waiting;
    const closed = before.close();
    open();
    await closed;
    const jobs = openTestJobs(console);
    expect(await jobs.ask('jobs.get', { jobId })).toMatchObject({
      state: 'interrupted',
      result: { done: 32, notReached: 8 },
    });
    await jobs.ask('jobs.resume', { jobId });
    expect((await jobs.ended(jobId)).result).toMatchObject({ done: 40, notReached: 0 });
    expect((await console.ask('persons.components', { componentType: 'Tag' })).rows).toHaveLength(40);
  });

  it('after a kill asks again for exactly what was under way, and knows what had been done', async () => {
    const console = await withPersons(6);
    const jobs = openTestJobs(console);
    const { jobId } = await bulk(jobs, vip, chosen(1, 2, 3, 4, 5, 6));
    await jobs.close();
    // As a kill leaves it: the engine has carried out 2 and 3, which nobody wrote down; 4 and 5 were never sent.
    const { jobs: file } = dataFolderAt(console.folder);
    const { rows } = await console.ask('persons.components', { componentType: 'Tag' });
    const command = (number: number) =>
      JSON.stringify([
        {
          type: 'AddComponent',
          data: { personId: personIdOf(number), componentType: 'Tag', data: { name: 'VIP' } },
          expectedVersion: 1,
          commandId: rows.find(({ personId }) => personId === personIdOf(number))?.componentId,
        },
      ]);
    for (const number of [2, 3]) {
      tamper(
        file,
        `UPDATE bulk_items SET state = 'sent', commands = '${command(number)}' WHERE number = ${number}`,
      );
    }
    tamper(
      file,
      `UPDATE jobs SET document = json_set(document, '$.state', 'running', '$.endedAt', NULL, '$.result', NULL)`,
    );
    const next = openTestJobs(console);
    const interrupted = { jobId, state: 'interrupted', result: { done: 4, notReached: 2 } };
    expect(await next.ask('jobs.get', { jobId })).toMatchObject(interrupted);
    expect(next.leftBehind).toMatchObject([interrupted]);
    await next.ask('jobs.resume', { jobId });
    expect((await next.ended(jobId)).result).toMatchObject({ total: 6, done: 6, unchanged: 0 });
    expect((await console.ask('persons.components', { componentType: 'Tag' })).rows).toHaveLength(6);
  });

  it('forgets an order that the console did not come to give', async () => {
    const console = await withPersons(2);
    const jobs = openTestJobs(console);
    const { jobId } = await bulk(jobs, deactivate, chosen(1, 2));
    await jobs.close();
    const { jobs: file } = dataFolderAt(console.folder);
    tamper(file, 'DROP TRIGGER bulk_forgotten');
    tamper(file, 'DELETE FROM jobs');
    await expect(openTestJobs(console).ask('bulk.results', { jobId })).rejects.toMatchObject({
      error: { code: 'job-unknown' },
    });
  });

  it('waits for an engine that is restarting, and fails where none can work', async () => {
    const console = await withPersons(3);
    let asked = 0;
    const jobs = openTestJobs(console, async (name, ask) => {
      if (name === 'commands.submit') asked += 1;
      if (asked === 1) throw failure('retryable', 'engine-stopped', 'The engine is stopping');
      if (asked > 3) throw failure('terminal', 'data-folder-readonly', 'Nobody may write');
      return ask();
    });
    const { jobId } = await jobs.ask('jobs.start', {
      kind: 'bulk',
      change: deactivate,
      target: chosen(1, 2, 3),
    });
    const job = await jobs.ended(jobId);
    expect(job).toMatchObject({
      state: 'failed',
      error: { code: 'data-folder-readonly' },
      result: { done: 2, notReached: 1 },
    });
  });

  it('takes a command that cannot be read for that person’s fault alone', async () => {
    const console = await withPersons(2);
    const jobs = openTestJobs(console, async (name, ask) => {
      if (name === 'commands.submit') throw failure('wrong-use', 'command-invalid', 'It does not fit');
      return ask();
    });
    expect(await bulk(jobs, deactivate, chosen(1, 2))).toMatchObject({
      state: 'done',
      result: { refused: 2 },
    });
  });
});

describe('others', () => {
  it('are served while many persons are changed: a command waits for a few at most', async () => {
    const console = await withPersons(2000);
    const jobs = openTestJobs(console);
    const { selectionId } = await jobs.ask('selections.take', { filter: {} });
    const { jobId } = await jobs.ask('jobs.start', {
      kind: 'bulk',
      change: deactivate,
      target: { selectionId },
    });
    await jobs.seen(jobId, ({ progress }) => progress.done > 100);
    const waits: number[] = [];
    for (let number = 3001; number <= 3020; number += 1) {
      const before = performance.now();
      await console.submit(createPerson(number));
      waits.push(performance.now() - before);
    }
    expect(await jobs.ask('jobs.get', { jobId })).toMatchObject({ state: 'running' });
    expect((await jobs.ended(jobId)).result).toMatchObject({ done: 2000 });
    expect(waits.toSorted((a, b) => a - b)[10]).toBeLessThan(250);
  });
});
