import { expect, it } from 'vitest';
import { createPerson, personIdOf } from '../../testing/submissions.ts';
import { openTestConsole } from '../../testing/test-console.ts';
import { openTestJobs } from '../../testing/test-jobs.ts';

it('a selection tells who is not in it', async () => {
  const console = openTestConsole();
  await console.submitAll([createPerson(1, 'Ada Early'), createPerson(2, 'Grace Early')]);
  console.engine.engine.catchUp();
  const jobs = openTestJobs(console);
  const { selectionId } = await jobs.ask('selections.take', { filter: {} });
  await console.submit(createPerson(9, 'Ada Late'));
  const personIds = [personIdOf(1), personIdOf(9)];
  expect(await jobs.ask('selections.outside', { selectionId, personIds })).toEqual({
    personIds: [personIdOf(9)],
  });
});

it('a selection names those who are in it, but for those taken out again', async () => {
  const console = openTestConsole();
  await console.submitAll([1, 2, 3].map((number) => createPerson(number, `Ada ${number}`)));
  console.engine.engine.catchUp();
  const jobs = openTestJobs(console);
  const { selectionId } = await jobs.ask('selections.take', { filter: {} });
  const named = (limit: number) =>
    jobs.ask('selections.members', { selectionId, except: [personIdOf(2)], limit });
  expect(await named(5)).toEqual({ personIds: [personIdOf(1), personIdOf(3)] });
  expect(await named(1)).toEqual({ personIds: [personIdOf(1)] });
});

it('a selection that is no longer kept does not say that somebody is in it', async () => {
  const jobs = openTestJobs(openTestConsole());
  const asked = jobs.ask('selections.outside', { selectionId: 'none', personIds: [personIdOf(1)] });
  await expect(asked).rejects.toMatchObject({ error: { code: 'selection-gone' } });
});
