import { describe, expect, it } from 'vitest';
import {
  addEmail,
  commandIdOf,
  createPerson,
  personIdOf,
  rename,
  submission,
} from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { testClock } from '../testing/test-clock.ts';
import { openTestConsole, type TestConsole } from '../testing/test-console.ts';

const person = (number: number) => `person-${personIdOf(number)}`;

async function versionOf(console: TestConsole, number: number): Promise<number> {
  return (await console.ask('persons.get', { personId: personIdOf(number) })).version;
}

/** Commit of each event of the log, oldest first. */
async function commits(console: TestConsole): Promise<readonly string[]> {
  const { rows } = await console.ask('log.page', { after: 0 });
  return rows.map(({ commitId }) => commitId);
}

describe('commands that arrive together', () => {
  it('are carried out in order, each on what those before it have written', async () => {
    const console = openTestConsole();

    const outcomes = await console.submitAll([
      createPerson(1, 'Ada Byron'),
      rename(1, 'Ada King'),
      rename(1, 'Ada Lovelace', { expectedVersion: 2 }),
      addEmail(1, 'ada@example.com'),
    ]);

    expect(outcomes.map(({ status, version }) => [status, version])).toEqual([
      ['accepted', 1],
      ['accepted', 2],
      ['accepted', 3],
      ['accepted', 4],
    ]);
    expect(await console.ask('persons.get', { personId: personIdOf(1) })).toMatchObject({
      displayName: 'Ada Lovelace',
      version: 4,
    });
  });

  it('are not touched by one of them that is megabytes long', async () => {
    const console = openTestConsole();
    const outcomes = await Promise.allSettled(
      [
        createPerson(1, 'Ada Lovelace'),
        submission('DeactivatePerson', { personId: personIdOf(1), reason: 'x'.repeat(6_000_000) }),
        createPerson(2, 'Grace Hopper'),
      ].map(console.submit),
    );
    expect(outcomes).toMatchObject([
      { value: { status: 'accepted' } },
      { reason: { error: { code: 'command-invalid' } } },
      { value: { status: 'accepted' } },
    ]);
  });

  it('are not touched by one of them that is refused, or invalid, or unknown', async () => {
    const console = openTestConsole();
    const submissions = [
      createPerson(1, 'Ada Lovelace'),
      rename(99, 'Nobody Atall'),
      submission('CreatePerson', { personId: 'no uuid', name: {} }),
      submission('Teleport', {}),
      createPerson(2, 'Grace Hopper'),
    ];

    const outcomes = await Promise.allSettled(submissions.map(console.submit));

    expect(
      outcomes.map((settled) =>
        settled.status === 'fulfilled' ? settled.value.status : (settled.reason as unknown),
      ),
    ).toMatchObject([
      'accepted',
      'rejected',
      { error: { code: 'command-invalid', kind: 'wrong-use' } },
      { error: { code: 'command-unknown', kind: 'wrong-use' } },
      'accepted',
    ]);
    expect(await console.ask('persons.list')).toMatchObject({ total: 2 });
    expect(await console.ask('log.verify')).toMatchObject({ ok: true, events: 2 });
  });

  it('share one transaction and are a commit each', async () => {
    let transactions = 0;
    const console = openTestConsole({
      crashPoint: (point) => {
        if (point === 'after-commit') transactions += 1;
      },
    });

    await console.submitAll(Array.from({ length: 100 }, (_, index) => createPerson(index + 1)));

    expect(transactions).toBe(1);
    expect(new Set(await commits(console)).size).toBe(100);
  });

  it('beyond 256 go into the next transaction, so that the first of them does not wait', async () => {
    let transactions = 0;
    const console = openTestConsole({
      crashPoint: (point) => {
        if (point === 'after-commit') transactions += 1;
      },
    });

    await console.submitAll(Array.from({ length: 300 }, (_, index) => createPerson(index + 1)));

    expect(transactions).toBe(2);
  });

  it('are carried out before the engine closes; later ones are told to come again', async () => {
    const dataFolder = tempFolder();
    const console = openTestConsole({ dataFolder });
    const pending = console.submitAll([createPerson(1), createPerson(2)]);
    await console.close();

    expect((await pending).map(({ status }) => status)).toEqual(['accepted', 'accepted']);
    await expect(console.submit(createPerson(3))).rejects.toMatchObject({
      error: { code: 'engine-stopped' },
    });
    const again = openTestConsole({ dataFolder });
    expect(await again.ask('persons.list')).toMatchObject({ total: 2 });
    await again.close();
  });
});

describe('a commit that fails', () => {
  it('fails all commands of its group, and the next ones find what was there before', async () => {
    let failing = false;
    const console = openTestConsole({
      crashPoint: (point) => {
        if (failing && point === 'before-commit') throw new Error('power is gone');
      },
    });
    await console.submit(createPerson(1, 'Ada Byron'));
    failing = true;
    const failed = await Promise.allSettled([
      console.submit(rename(1, 'Ada King')),
      console.submit(createPerson(2)),
      console.submit(rename(99, 'Nobody Atall')),
    ]);
    failing = false;

    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await console.submit(rename(1, 'Ada Lovelace', { expectedVersion: 1 }))).toMatchObject({
      status: 'accepted',
      version: 2,
    });
    expect(await console.submit(createPerson(2))).toMatchObject({ status: 'accepted', version: 1 });
    expect(await console.ask('log.verify')).toMatchObject({ ok: true, events: 3 });
  });

  it('while its commands are written fails the whole group: nobody can say what else it has spoilt', async () => {
    let failing = true;
    const console = openTestConsole({
      crashPoint: (point) => {
        if (point !== 'after-commit-row' || !failing) return;
        failing = false;
        throw new Error('a bug of ours');
      },
    });

    const outcomes = await Promise.allSettled(
      [1, 2, 3].map((number) => console.submit(createPerson(number))),
    );

    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await console.ask('log.verify')).toMatchObject({ ok: true, events: 0 });
    expect(await console.submit(createPerson(1))).toMatchObject({ status: 'accepted' });
  });
});

describe('a command id', () => {
  const command = createPerson(1, 'Ada Lovelace', { commandId: commandIdOf(1) });
  const other = createPerson(1, 'Ada Byron', { commandId: commandIdOf(1) });

  it('that comes again gets the same outcome, and nothing happens', async () => {
    const console = openTestConsole();
    const first = await console.submit(command);

    const again = await console.submit(command);

    expect(again).toEqual({ ...first, duplicate: true });
    expect(await versionOf(console, 1)).toBe(1);
  });

  it('that comes again later gets the outcome of then, whatever has happened since', async () => {
    const console = openTestConsole();
    const first = await console.submit(command);
    await console.submit(rename(1, 'Ada King'));

    expect(await console.submit(command)).toEqual({ ...first, duplicate: true });
  });

  it('that comes twice in one group is carried out once', async () => {
    const console = openTestConsole();

    const [first, second] = await console.submitAll([command, command]);

    expect(second).toEqual({ ...first, duplicate: true });
    expect(await console.ask('log.page', { after: 0 })).toMatchObject({ head: 1 });
  });

  it('that comes again after a restart gets the same outcome', async () => {
    const dataFolder = tempFolder();
    const console = openTestConsole({ dataFolder });
    const first = await console.submit(command);
    await console.close();

    const restarted = openTestConsole({ dataFolder });
    expect(await restarted.submit(command)).toEqual({ ...first, duplicate: true });
    await restarted.close();
  });

  it('of a command that changed nothing is kept as well: it does not change something later', async () => {
    const dataFolder = tempFolder();
    const console = openTestConsole({ dataFolder });
    await console.submit(createPerson(1, 'Ada Lovelace'));
    const same = rename(1, 'Ada Lovelace', { commandId: commandIdOf(7) });
    const [first, inGroup] = await console.submitAll([same, same]);
    await console.submit(rename(1, 'Ada King'));

    expect(first).toMatchObject({ status: 'accepted', version: 1, events: [] });
    expect(inGroup).toEqual({ ...first, duplicate: true });
    expect(await console.submit(same)).toEqual({ ...first, duplicate: true });
    expect(await console.ask('log.verify')).toMatchObject({ ok: true, events: 2 });
    await console.close();
    const restarted = openTestConsole({ dataFolder });
    expect(await restarted.submit(same)).toEqual({ ...first, duplicate: true });
    await restarted.close();
  });

  it('of another command is refused, in the same group and later', async () => {
    const console = openTestConsole();

    const [, inGroup] = await console.submitAll([command, other]);
    const later = await console.submit(other);

    for (const outcome of [inGroup, later]) {
      expect(outcome).toMatchObject({ status: 'rejected', code: 'command-id-reused', events: [] });
    }
  });

  it('that was refused may be used again: nothing is known of it', async () => {
    const console = openTestConsole();
    await console.submit(rename(1, 'Ada King', { commandId: commandIdOf(1) }));

    expect(await console.submit(command)).toMatchObject({ status: 'accepted' });
  });

  it('that is not given is made, time-ordered and new each time', async () => {
    const console = openTestConsole();
    const outcomes = await console.submitAll([createPerson(1), createPerson(2)]);
    const ids = outcomes.map(({ commandId }) => commandId);

    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('an expected version', () => {
  it('that is not the stream’s is a conflict that says where the stream is, and nothing happens', async () => {
    const console = openTestConsole();
    await console.submitAll([createPerson(1), rename(1, 'Ada King')]);

    const outcome = await console.submit(rename(1, 'Ada Byron', { expectedVersion: 1 }));

    expect(outcome).toMatchObject({
      status: 'conflict',
      code: 'version-conflict',
      streamId: person(1),
      version: 2,
      events: [],
      details: { expectedVersion: 1, actualVersion: 2 },
    });
    expect(await versionOf(console, 1)).toBe(2);
  });

  it('of 0 means somebody new', async () => {
    const console = openTestConsole();
    expect(await console.submit(createPerson(1, 'Ada King', { expectedVersion: 0 }))).toMatchObject({
      status: 'accepted',
    });
    expect(await console.submit(rename(2, 'Ada King', { expectedVersion: 1 }))).toMatchObject({
      status: 'conflict',
      version: 0,
    });
  });
});

describe('what a command writes', () => {
  it('may be 512 KiB; more is refused in words, whatever the command', async () => {
    const console = openTestConsole();
    await console.submit(createPerson(1));
    const value = 'x'.repeat(2000);
    const metadata = (keys: number) => {
      const changes = Object.fromEntries(
        Array.from({ length: keys }, (_, index) => [`key ${keys}-${index}`, value]),
      );
      return submission('UpdateMetadata', { personId: personIdOf(1), changes });
    };

    const small = await console.submit(metadata(200));
    const large = await console.submit(metadata(300));

    expect(small.status).toBe('accepted');
    expect(large).toMatchObject({ status: 'rejected', code: 'commit-too-large', version: 2 });
    expect(large.details).toMatchObject({ limit: 512 * 1024 });
  });

  it('is nothing where the command changes nothing; it is accepted all the same', async () => {
    const console = openTestConsole();
    await console.submit(createPerson(1, 'Ada Lovelace'));

    const outcome = await console.submit(rename(1, 'Ada Lovelace', { commandId: commandIdOf(7) }));

    expect(outcome).toEqual({
      commandId: commandIdOf(7),
      status: 'accepted',
      streamId: person(1),
      version: 1,
      events: [],
    });
  });

  it('carries who did it, when, and what led to it', async () => {
    const clock = testClock('2024-06-01T12:00:00.000Z');
    const console = openTestConsole({ clock });
    const ids = { commandId: commandIdOf(1), correlationId: commandIdOf(2), causationId: commandIdOf(3) };
    await console.submit(createPerson(1, 'Ada Lovelace', { ...ids, traceparent: '00-abc-def-01' }));
    clock.advance(1000);
    await console.ask('operator.set', { name: 'Grace' });
    await console.submit(rename(1, 'Ada King', { commandId: commandIdOf(4) }));

    const { rows } = await console.ask('log.page', { after: 0 });

    expect(rows).toMatchObject([
      {
        ...ids,
        actor: 'user:grace',
        timestamp: '2024-06-01T12:00:00.000Z',
        recordedAt: '2024-06-01T12:00:00.000Z',
      },
      { commandId: commandIdOf(4), correlationId: commandIdOf(4), causationId: null, actor: 'user:Grace' },
    ]);
    expect(rows[1]?.timestamp).toBe('2024-06-01T12:00:01.000Z');
  });

  it('needs somebody to have said who works here', async () => {
    const console = openTestConsole({ defaultActor: null });
    await expect(console.submit(createPerson(1))).rejects.toMatchObject({
      error: { code: 'operator-missing' },
    });
  });
});

describe('the clock', () => {
  it('may go backwards: the log records nothing earlier than what it has recorded', async () => {
    const dataFolder = tempFolder();
    const clock = testClock('2024-06-01T12:00:00.000Z');
    const console = openTestConsole({ dataFolder, clock });
    await console.submit(createPerson(1));
    clock.set('2020-01-01T00:00:00.000Z');
    await console.submit(createPerson(2));
    await console.close();
    const restarted = openTestConsole({ dataFolder, clock });
    await restarted.submit(createPerson(3));
    clock.set('2024-06-01T12:00:05.000Z');
    await restarted.submit(createPerson(4));

    const { rows } = await restarted.ask('log.page', { after: 0 });
    const report = await restarted.ask('log.verify');
    await restarted.close();

    expect(rows.map(({ recordedAt }) => recordedAt.slice(11, 19))).toEqual([
      ...['12:00:00', '12:00:00', '12:00:00', '12:00:05'],
    ]);
    expect(rows.map(({ timestamp }) => timestamp.slice(0, 4))).toEqual(['2024', '2020', '2020', '2024']);
    expect(report.ok).toBe(true);
  });
});

describe('a command’s progress', () => {
  it('is told from accepted to visible, and that it waits to go out', async () => {
    const console = openTestConsole();
    await console.submit(createPerson(1, 'Ada Lovelace', { commandId: commandIdOf(1) }));
    await console.engine.viewsAtLeast({ position: 1, views: null });
    await new Promise(setImmediate);

    expect(console.updatesOf(commandIdOf(1))).toEqual(['accepted', 'committed', 'visible', 'waiting']);
    expect(console.pushes.filter(({ name }) => name !== 'command.update')).toEqual([
      { name: 'log.appended', payload: { position: 1, streams: [person(1)] } },
      { name: 'views.advanced', payload: { position: 1, streams: [person(1)] } },
    ]);
  });

  it('is told to nobody who does not follow it', async () => {
    const console = openTestConsole();
    await console.submit(createPerson(1, 'Ada Lovelace', { follow: false }));
    await console.submit(rename(2, 'Ada King', { follow: false }));
    await console.engine.viewsAtLeast({ position: 1, views: null });
    await new Promise(setImmediate);

    expect(console.pushes.map(({ name }) => name)).toEqual(['log.appended', 'views.advanced']);
  });

  it('ends with the refusal where it is refused, or cannot be read', async () => {
    const console = openTestConsole();
    await console.submit(rename(1, 'Ada King', { commandId: commandIdOf(1) }));
    await console.submit(submission('Teleport', {}, { commandId: commandIdOf(2) })).catch(() => undefined);

    expect(console.updatesOf(commandIdOf(1))).toEqual(['refused']);
    expect(console.updatesOf(commandIdOf(2))).toEqual(['refused']);
    expect(console.pushes.every(({ name }) => name === 'command.update')).toBe(true);
  });

  it('waits for nothing where nothing was written', async () => {
    const console = openTestConsole();
    await console.submit(createPerson(1, 'Ada Lovelace'));
    await console.submit(rename(1, 'Ada Lovelace', { commandId: commandIdOf(2) }));
    await new Promise(setImmediate);

    expect(console.updatesOf(commandIdOf(2))).toEqual(['accepted', 'committed', 'visible']);
  });

  it('names no streams where too many have changed: listeners refresh what they show', async () => {
    const console = openTestConsole();
    await console.submitAll(Array.from({ length: 250 }, (_, index) => createPerson(index + 1)));

    expect(console.pushes.find(({ name }) => name === 'log.appended')).toEqual({
      name: 'log.appended',
      payload: { position: 250, streams: [] },
    });
  });
});
