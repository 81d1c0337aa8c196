import { describe, expect, it } from 'vitest';
import { appendForeign, type ForeignEvent } from '../testing/foreign-events.ts';
import { addEmail, createPerson, personIdOf, rename, submission } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openTestConsole, type TestConsole } from '../testing/test-console.ts';

const stream = `person-${personIdOf(1)}`;
const unknown: ForeignEvent = { type: 'PersonTeleported', schemaVersion: 1, data: { to: 'Mars' } };
const newer: ForeignEvent = { type: 'NameUpdated', schemaVersion: 99, data: { moniker: 'Ada' } };

/** Ada and Grace, and what another program has appended to Ada's stream. */
async function withForeign(
  events: readonly ForeignEvent[],
  work: (console: TestConsole) => Promise<void>,
): Promise<void> {
  const dataFolder = tempFolder();
  const before = openTestConsole({ dataFolder });
  await before.submitAll([createPerson(1, 'Ada Lovelace'), createPerson(2, 'Grace Hopper')]);
  await before.close();
  appendForeign(dataFolder, stream, events);
  const console = openTestConsole({ dataFolder });
  try {
    await work(console);
  } finally {
    await console.close();
  }
}

describe('an event of an older version', () => {
  const old: ForeignEvent = {
    type: 'EmailAdded',
    schemaVersion: 1,
    data: {
      person_id: { id: personIdOf(1) },
      component_id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
      email: 'bob@example.org',
      email_type: 'Work',
    },
  };

  it('is shown as it was stored, with what it means today', () =>
    withForeign([old], async (console) => {
      const { rows } = await console.ask('persons.timeline', { personId: personIdOf(1) });
      expect(rows[0]).toMatchObject({ type: 'EmailAdded', schemaVersion: 1, known: true });
      expect(JSON.parse(rows[0]?.data ?? '')).toEqual(old.data);
      expect(rows[0]?.reading?.type).toBe('ComponentAdded');
      expect(JSON.parse(rows[0]?.reading?.data ?? '')).toMatchObject({
        componentType: 'EmailAddress',
        data: { address: 'bob@example.org', type: 'Work' },
      });
      expect((await console.ask('log.page', { limit: 1 })).rows).toMatchObject(rows.slice(0, 1));
    }));

  it('is unknown where it cannot be lifted', () =>
    withForeign([{ ...old, data: { email: 7 } }], async (console) => {
      const { rows } = await console.ask('persons.timeline', { personId: personIdOf(1) });
      expect(rows[0]).toMatchObject({ type: 'EmailAdded', known: false, reading: null });
      expect(await console.ask('log.verify')).toMatchObject({ ok: true, unknownEvents: 1 });
    }));
});

describe('an event of a type that this program does not know', () => {
  it('is shown, counted as a version, and changes nothing else', () =>
    withForeign([unknown], async (console) => {
      const { rows } = await console.ask('persons.timeline', { personId: personIdOf(1) });
      expect(rows).toMatchObject([
        {
          type: 'PersonTeleported',
          version: 2,
          known: false,
          data: '{"to":"Mars"}',
          actor: 'system:elsewhere',
        },
        { type: 'PersonCreated', version: 1, known: true },
      ]);
      expect(await console.ask('persons.get', { personId: personIdOf(1) })).toMatchObject({
        displayName: 'Ada Lovelace',
        version: 2,
        headVersion: 2,
      });
    }));

  it('does not keep commands from being decided, on the version that it counts as', () =>
    withForeign([unknown], async (console) => {
      expect(await console.submit(rename(1, 'Ada King', { expectedVersion: 1 }))).toMatchObject({
        status: 'conflict',
      });
      expect(await console.submit(rename(1, 'Ada King', { expectedVersion: 2 }))).toMatchObject({
        status: 'accepted',
        version: 3,
      });
      expect(await console.ask('log.verify')).toMatchObject({ ok: true, unknownEvents: 1 });
    }));

  it('makes no person by itself', () =>
    withForeign([], async (console) => {
      await console.close();
      appendForeign(console.folder, `person-${personIdOf(7)}`, [unknown]);
      const again = openTestConsole({ dataFolder: console.folder });
      expect(await again.ask('persons.list')).toMatchObject({ total: 2 });
      await again.ask('views.rebuild', { view: 'summary' });
      expect(await again.ask('persons.list')).toMatchObject({ total: 2 });
      await expect(again.ask('persons.get', { personId: personIdOf(7) })).rejects.toMatchObject({
        error: { code: 'person-missing' },
      });
      await again.close();
    }));
});

describe('an event of a version that is newer than this program', () => {
  it('is shown, and commands on its stream ask for an update', () =>
    withForeign([newer], async (console) => {
      const { rows } = await console.ask('persons.timeline', { personId: personIdOf(1) });
      expect(rows[0]).toMatchObject({ type: 'NameUpdated', schemaVersion: 99, known: false });
      expect(await console.submit(addEmail(1, 'ada@example.com'))).toMatchObject({
        status: 'rejected',
        code: 'update-required',
        version: 2,
      });
    }));

  it('does not keep others from being changed, nor from referring to that person', () =>
    withForeign([newer], async (console) => {
      const merge = submission('MergePersons', {
        personId: personIdOf(2),
        targetId: personIdOf(1),
        reason: 'DuplicateIdentity',
      });
      expect(await console.submit(merge)).toMatchObject({ status: 'accepted' });
    }));
});

it('an old event that lacks what today needs is kept and shown, and not folded', () =>
  withForeign([{ type: 'NameUpdated', schemaVersion: 1, data: { nonsense: true } }], async (console) => {
    const person = await console.ask('persons.get', { personId: personIdOf(1) });
    expect(person).toMatchObject({ displayName: 'Ada Lovelace', version: 2 });
    expect(await console.submit(rename(1, 'Ada King'))).toMatchObject({ status: 'accepted', version: 3 });
    expect(await console.ask('log.verify')).toMatchObject({ ok: true, unknownEvents: 1 });
  }));

it('streams of other kinds are on the log and in no view', async () => {
  const dataFolder = tempFolder();
  const saga = 'saga-0198c0de-0001-7000-8000-000000000001';
  await openTestConsole({ dataFolder }).close();
  appendForeign(dataFolder, saga, [
    { type: 'SagaStarted', schemaVersion: 1, data: { steps: 3 } },
    { type: 'SagaEnded', schemaVersion: 1, data: {} },
  ]);

  const console = openTestConsole({ dataFolder });
  const page = await console.ask('log.page', { streamId: saga });
  const { views } = await console.ask('views.status', { rows: true });
  const rebuilt = await console.ask('views.rebuild', { view: 'summary' });
  await console.close();

  expect(page.rows).toMatchObject([
    { streamId: saga, type: 'SagaEnded', known: false },
    { streamId: saga, type: 'SagaStarted', known: false },
  ]);
  expect(views.map(({ rows, position }) => [rows, position])).toEqual(views.map(() => [0, 2]));
  expect(rebuilt.events).toBe(2);
});

it('an event that nothing can be made of fails what touches its person, and nothing else', () =>
  withForeign([{ type: 'NameUpdated', schemaVersion: 3, data: {} }], async (console) => {
    const outcomes = await Promise.allSettled([
      console.submit(rename(1, 'Ada King')),
      console.submit(addEmail(2, 'grace@example.com')),
    ]);
    expect(outcomes).toMatchObject([
      { status: 'rejected', reason: { error: { code: 'decision-failed', kind: 'bug' } } },
      { status: 'fulfilled', value: { status: 'accepted' } },
    ]);
    console.engine.engine.catchUp();
    const { views } = await console.ask('views.status');
    expect(views.find(({ view }) => view === 'summary')).toMatchObject({
      state: 'stopped',
      position: 2,
      error: { position: 3 },
    });
    expect(views.find(({ view }) => view === 'detail')).toMatchObject({ state: 'current', position: 4 });
  }));
