import { expect, it } from 'vitest';
import { createPerson, personIdOf, submission } from '../../testing/submissions.ts';
import { openTestConsole, type TestConsole } from '../../testing/test-console.ts';
import { openTestJobs } from '../../testing/test-jobs.ts';

/** The second archived, the third suspended. */
async function fivePersons(): Promise<TestConsole> {
  const console = openTestConsole();
  await console.submitAll([1, 2, 3, 4, 5].map((number) => createPerson(number, `Ada N000${number}`)));
  await console.submit(submission('ArchivePerson', { personId: personIdOf(2), reason: 'Closed' }));
  await console.submit(submission('DeactivatePerson', { personId: personIdOf(3), reason: 'On leave' }));
  console.engine.engine.catchUp();
  return console;
}

it('a preview goes on page by page with those whom it does not name', async () => {
  const jobs = openTestJobs(await fivePersons());
  const asked = {
    action: 'deactivate',
    target: { personIds: [1, 2, 3, 4, 5, 77].map(personIdOf) },
    limit: 2,
  } as const;
  const first = await jobs.ask('bulk.names', { ...asked, outcome: 'able' });
  expect(first.persons.map(({ displayName }) => displayName)).toEqual(['Ada N0001', 'Ada N0004']);
  const after = first.next ?? '';
  expect(await jobs.ask('bulk.names', { ...asked, outcome: 'able', after })).toEqual({
    persons: [{ personId: personIdOf(5), displayName: 'Ada N0005' }],
    next: null,
  });
  const ids = async (more: object) => {
    const { persons } = await jobs.ask('bulk.names', { ...asked, outcome: 'refused', ...more });
    return persons.map(({ personId }) => personId);
  };
  expect(await ids({ outcome: 'unchanged' })).toEqual([personIdOf(3)]);
  expect(await ids({})).toEqual([personIdOf(2), personIdOf(77)]);
  expect(await ids({ code: 'person-archived' })).toEqual([personIdOf(2)]);
});

it('names are not looked up any more where another preview is asked for', async () => {
  const jobs = openTestJobs(await fivePersons());
  const target = { personIds: [1, 4, 5].map(personIdOf) };
  const names = jobs.ask('bulk.names', { action: 'archive', target, outcome: 'able' });
  const preview = jobs.ask('bulk.preview', { action: 'deactivate', target });
  await expect(names).rejects.toMatchObject({ error: { code: 'preview-superseded' } });
  expect(await preview).toMatchObject({ able: 3 });
});
