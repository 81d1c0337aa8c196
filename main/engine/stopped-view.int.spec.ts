import { describe, expect, it, vi } from 'vitest';
import type { ExistingPerson } from '../../domain/person/index.ts';
import { viewsWithFailing } from '../testing/failing-view.ts';
import { addEmail, commandIdOf, createPerson, personIdOf, rename } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { testClock } from '../testing/test-clock.ts';
import { openTestConsole, type TestConsole } from '../testing/test-console.ts';
import { verifyFolder } from '../testing/verifying.ts';

const VIEW = 'components';

/** A console whose components view fails on persons of one family name, until it is mended. */
function openFragile(dataFolder?: string) {
  let broken = true;
  const fails = (person: ExistingPerson): boolean => broken && person.name.familyNames.includes('Poison');
  const console = openTestConsole({
    views: viewsWithFailing(VIEW, fails),
    clock: testClock(),
    ...(dataFolder === undefined ? {} : { dataFolder }),
  });
  return {
    console,
    mend: () => {
      broken = false;
    },
  };
}

async function statusOf(console: TestConsole, name = VIEW) {
  console.engine.engine.catchUp();
  const { views } = await console.ask('views.status', { rows: true });
  const found = views.find(({ view }) => view === name);
  if (found === undefined) throw new Error(`no view ${name}`);
  return found;
}

const stoppedAt3 = {
  state: 'stopped',
  position: 2,
  error: { code: 'poison-event', position: 3, message: `cannot show ${personIdOf(3)}` },
};

/** Positions 1 to 5; the third person is the one that the view fails on. */
const five = [
  createPerson(1, 'Ada Lovelace'),
  createPerson(2, 'Grace Hopper'),
  createPerson(3, 'Ivy Poison'),
  createPerson(4, 'Mary Somerville'),
  addEmail(1, 'ada@example.com'),
];

describe('a view that fails on a person', () => {
  it('stops right before the event that it fails on, says why, and the others go on', async () => {
    const { console } = openFragile();
    await console.submitAll(five);

    expect(await statusOf(console)).toMatchObject({ ...stoppedAt3, head: 5 });
    expect(await statusOf(console, 'summary')).toMatchObject({
      state: 'current',
      position: 5,
      rows: 4,
      error: null,
    });
    expect(await statusOf(console, 'search')).toMatchObject({ state: 'current', position: 5, rows: 4 });
  });

  it('leaves nothing half done of that person', async () => {
    const { console } = openFragile();
    await console.submitAll([createPerson(3, 'Ivy Poison'), addEmail(3, 'ivy@example.com')]);

    expect(await statusOf(console)).toMatchObject({ state: 'stopped', position: 1, rows: 0 });
  });

  it('does not stop commands', async () => {
    const { console } = openFragile();
    await console.submitAll(five);
    console.engine.engine.catchUp();

    expect(await console.submit(rename(3, 'Ivy Mended'))).toMatchObject({ status: 'accepted', version: 2 });
    expect(await console.ask('persons.search', { text: 'mended' })).toMatchObject({ total: 1 });
  });

  it('fails those who wait for it at once, in words; those who ask other views are answered', async () => {
    const { console } = openFragile();
    await console.submitAll(five);
    console.engine.engine.catchUp();

    await expect(console.engine.viewsAtLeast({ position: 5, views: [VIEW] })).rejects.toMatchObject({
      error: {
        code: 'view-stopped',
        kind: 'terminal',
        message: expect.stringContaining('Components stopped at position 3') as string,
        details: { view: VIEW, position: 3 },
      },
    });
    await expect(console.engine.viewsAtLeast({ position: 5, views: ['summary'] })).resolves.toBeUndefined();
    await expect(console.engine.viewsAtLeast({ position: 2, views: null })).resolves.toBeUndefined();
  });

  it('lets a command that it cannot show stall, and says so', async () => {
    const { console } = openFragile();
    await console.submit(createPerson(3, 'Ivy Poison', { commandId: commandIdOf(3) }));
    console.engine.engine.catchUp();

    expect(console.updatesOf(commandIdOf(3))).toEqual(['accepted', 'committed', 'stalled']);
    expect(console.pushes).toContainEqual({ name: 'views.changed', payload: { view: VIEW } });
  });

  it.each([
    ['retried', 'views.retry'],
    ['rebuilt', 'views.rebuild'],
  ] as const)('shows the command that stalled once it is %s, and tells so', async (_what, procedure) => {
    const { console, mend } = openFragile();
    await console.submit(createPerson(3, 'Ivy Poison', { commandId: commandIdOf(3) }));
    console.engine.engine.catchUp();
    mend();
    await console.ask(procedure, { view: VIEW });
    console.engine.engine.catchUp();

    expect(console.updatesOf(commandIdOf(3))).toEqual([
      'accepted',
      'committed',
      'stalled',
      'visible',
      'waiting',
    ]);
  });

  it('is stopped after a restart as well, and others stay current', async () => {
    const dataFolder = tempFolder();
    const first = openFragile(dataFolder);
    await first.console.submitAll(five);
    first.console.engine.engine.catchUp();
    await first.console.close();

    const { console } = openFragile(dataFolder);
    expect(await statusOf(console)).toMatchObject(stoppedAt3);
    await expect(console.engine.viewsAtLeast({ position: 5, views: null })).rejects.toMatchObject({
      error: { code: 'view-stopped' },
    });
    await console.close();
  });

  it('is reported by verify with its position, and is not compared', async () => {
    const { console } = openFragile();
    await console.submitAll(five);
    console.engine.engine.catchUp();

    const { findings } = await verifyFolder(console.folder);

    expect(findings).toMatchObject([{ code: 'view-stopped', details: { view: VIEW, position: 3 } }]);
  });
});

describe('a stopped view that is retried', () => {
  it('goes on and shows everything, where the cause is gone', async () => {
    const { console, mend } = openFragile();
    await console.submitAll(five);
    await statusOf(console);
    mend();

    const answer = await console.ask('views.retry', { view: VIEW });

    expect(answer).toMatchObject({ state: 'catching-up', error: null });
    expect(await statusOf(console)).toMatchObject({
      state: 'current',
      position: 5,
      error: null,
      skipped: [],
    });
    expect(await console.ask('log.verify')).toMatchObject({ ok: true });
  });

  it('shows those who follow a command that it has become visible after all', async () => {
    const { console, mend } = openFragile();
    await console.submit(createPerson(3, 'Ivy Poison', { commandId: commandIdOf(3) }));
    await statusOf(console);
    mend();
    await console.ask('views.retry', { view: VIEW });
    await statusOf(console);
    await vi.waitFor(() => expect(console.updatesOf(commandIdOf(3))).toContain('visible'));
  });

  it('that cannot be written says why, as everything else does', async () => {
    const { console } = openFragile();
    await console.submitAll(five);
    await statusOf(console);
    console.engine.store.viewsDb.pragma('query_only = ON');
    for (const name of ['views.retry', 'views.skip'] as const) {
      const input = name === 'views.skip' ? { view: VIEW, position: 3 } : { view: VIEW };
      await expect(console.ask(name, input as never)).rejects.toMatchObject({
        error: { code: 'data-folder-readonly' },
      });
    }
    console.engine.store.viewsDb.pragma('query_only = OFF');
  });

  it('stops again at the same event, where it is not', async () => {
    const { console } = openFragile();
    await console.submitAll(five);
    await statusOf(console);
    await console.ask('views.retry', { view: VIEW });

    expect(await statusOf(console)).toMatchObject(stoppedAt3);
  });

  it('wakes those who wait for it', async () => {
    const { console, mend } = openFragile();
    await console.submitAll(five);
    await statusOf(console);
    mend();
    await console.ask('views.retry', { view: VIEW });

    await expect(console.engine.viewsAtLeast({ position: 5, views: [VIEW] })).resolves.toBeUndefined();
  });
});

describe('a stopped view that is let past its event', () => {
  it('goes on; the skip is on record with who did it and when', async () => {
    const { console } = openFragile();
    await console.submitAll(five);
    await statusOf(console);

    await console.ask('views.skip', { view: VIEW, position: 3 });

    expect(await statusOf(console)).toMatchObject({
      state: 'current',
      position: 5,
      error: null,
      skipped: [{ position: 3, at: '2024-06-01T12:00:00.000Z', actor: 'user:grace' }],
    });
    expect(await console.ask('persons.components', { componentType: 'EmailAddress' })).toMatchObject({
      rows: [{ label: expect.stringContaining('ada@example.com') as string }],
    });
  });

  it('differs from the log where that matters, and verify says that the skip is why', async () => {
    const { console } = openFragile();
    await console.submitAll([...five.slice(0, 3), addEmail(3, 'ivy@example.com')]);
    await statusOf(console);
    await console.ask('views.skip', { view: VIEW, position: 4 });
    await statusOf(console);

    const { findings } = await verifyFolder(console.folder);

    expect(findings).toMatchObject([
      { code: 'view-skipped', details: { view: VIEW, streamId: `person-${personIdOf(3)}` } },
    ]);
  });

  it('is let past no other position, and never while it runs', async () => {
    const { console } = openFragile();
    await console.submitAll(five);
    await statusOf(console);

    await expect(console.ask('views.skip', { view: VIEW, position: 4 })).rejects.toMatchObject({
      error: { code: 'view-not-stopped-there', message: expect.stringContaining('position 3') as string },
    });
    await expect(console.ask('views.skip', { view: 'summary', position: 3 })).rejects.toMatchObject({
      error: { code: 'view-not-stopped-there', message: expect.stringContaining('is not stopped') as string },
    });
    expect(await statusOf(console)).toMatchObject({ ...stoppedAt3, skipped: [] });
  });
});

describe('a stopped view that is rebuilt', () => {
  it('runs again and forgets what was skipped', async () => {
    const { console, mend } = openFragile();
    await console.submitAll(five);
    await statusOf(console);
    await console.ask('views.skip', { view: VIEW, position: 3 });
    await console.submit(addEmail(3, 'ivy@example.com'));
    await statusOf(console);
    mend();

    expect(await console.ask('views.rebuild', { view: VIEW })).toMatchObject({ view: VIEW, events: 6 });

    expect(await statusOf(console)).toMatchObject({
      state: 'current',
      position: 6,
      error: null,
      skipped: [],
    });
    expect(await console.ask('log.verify')).toMatchObject({ ok: true });
  });

  it('stays as it was where the rebuild fails on the same person', async () => {
    const { console } = openFragile();
    await console.submitAll(five);
    await statusOf(console);

    await expect(console.ask('views.rebuild', { view: VIEW })).rejects.toThrow('cannot show');

    expect(await statusOf(console)).toMatchObject({ ...stoppedAt3, rebuild: null });
  });
});

it.each(['views.retry', 'views.rebuild'] as const)(
  '%s of a view that there is not says which there are',
  async (name) => {
    const console = openTestConsole();
    await expect(console.ask(name, { view: 'nonsense' })).rejects.toMatchObject({
      error: {
        code: 'view-unknown',
        kind: 'wrong-use',
        message: expect.stringContaining('summary, detail, components, search, duplicates') as string,
      },
    });
  },
);

it('waiting for a position that the log does not have is refused at once', async () => {
  const console = openTestConsole();
  await expect(console.engine.viewsAtLeast({ position: 1, views: null })).rejects.toMatchObject({
    error: { code: 'position-ahead' },
  });
});
