import { describe, expect, it } from 'vitest';
import type { BulkChange } from '../../../domain/contract/bulk.ts';
import type { ProcedureInput } from '../../../domain/contract/procedures.ts';
import { addComponent, createPerson, personIdOf, submission } from '../../testing/submissions.ts';
import { openTestConsole, type TestConsole } from '../../testing/test-console.ts';
import { openTestJobs, type TestJobs } from '../../testing/test-jobs.ts';

type Target = Extract<ProcedureInput<'jobs.start'>, { kind: 'bulk' }>['target'];

const chosen = (...list: number[]) => ({ personIds: list.map(personIdOf) });
const deactivate: BulkChange = { action: 'deactivate', reason: 'Left the company' };
const vip: BulkChange = { action: 'add-tag', tag: 'VIP' };

async function withPersons(): Promise<TestConsole> {
  const console = openTestConsole();
  await console.submitAll([1, 2, 3, 4].map((number) => createPerson(number, `Ada N000${number}`)));
  console.engine.engine.catchUp();
  return console;
}

/** The views show what was done by then: the next job looks at them. */
async function bulk(console: TestConsole, jobs: TestJobs, change: BulkChange, target: Target) {
  console.engine.engine.catchUp();
  const { jobId } = await jobs.ask('jobs.start', { kind: 'bulk', change, target });
  return jobs.ended(jobId);
}

async function taggedWith(console: TestConsole) {
  console.engine.engine.catchUp();
  const { rows } = await console.ask('persons.components', { componentType: 'Tag' });
  return rows.map(({ personId, label }) => [personId, label]).toSorted();
}

describe('an undo of a change to many', () => {
  it('reactivates those whom it deactivated, and nobody else', async () => {
    const console = await withPersons();
    await console.submit(submission('DeactivatePerson', { personId: personIdOf(3), reason: 'On leave' }));
    const jobs = openTestJobs(console);
    const { jobId } = await bulk(console, jobs, deactivate, chosen(1, 3, 4));
    await console.submit(submission('ReactivatePerson', { personId: personIdOf(4), reason: 'Back' }));
    console.engine.engine.catchUp();
    const target = { doneBy: jobId };
    expect(await jobs.ask('bulk.preview', { action: 'reactivate', target })).toMatchObject({
      able: 1,
      unchanged: 1,
    });
    const undone = await bulk(console, jobs, { action: 'reactivate', reason: 'A mistake' }, target);
    expect(undone.result).toMatchObject({ total: 2, done: 1, unchanged: 1 });
    const { persons } = await console.ask('persons.counts', {});
    expect(persons).toEqual({ active: 3, suspended: 1 });
  });

  it('takes a tag back from those whom it gave it to: who had it before keeps it', async () => {
    const console = await withPersons();
    await console.submit(addComponent(1, 'Tag', { name: 'vip' }));
    const jobs = openTestJobs(console);
    const tagged = await bulk(console, jobs, vip, chosen(1, 2, 3));
    expect(tagged.result).toMatchObject({ done: 2, unchanged: 1 });
    console.engine.engine.catchUp();
    const undone = await bulk(console, jobs, { action: 'remove-tag', tag: 'VIP' }, { doneBy: tagged.jobId });
    expect(undone.result).toMatchObject({ total: 2, done: 2 });
    expect(await taggedWith(console)).toEqual([[personIdOf(1), 'vip']]);
  });

  it('gives a tag back to those from whom it took it: nobody else gets it, nor gets it twice', async () => {
    const console = await withPersons();
    for (const nth of [1, 2]) await console.submit(addComponent(nth, 'Tag', { name: 'VIP' }));
    const jobs = openTestJobs(console);
    const removed = await bulk(console, jobs, { action: 'remove-tag', tag: 'VIP' }, chosen(1, 2, 3));
    expect(removed.result).toMatchObject({ done: 2, unchanged: 1 });
    await console.submit(addComponent(2, 'Tag', { name: 'vip' }));
    console.engine.engine.catchUp();
    const undone = await bulk(console, jobs, vip, { doneBy: removed.jobId });
    expect(undone.result).toMatchObject({ total: 2, done: 1, unchanged: 1 });
    expect(await taggedWith(console)).toEqual([
      [personIdOf(1), 'VIP'],
      [personIdOf(2), 'vip'],
    ]);
  });
});
