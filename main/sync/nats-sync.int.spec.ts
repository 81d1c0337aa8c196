import { connect } from 'nats.ws';
import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../domain/sync/commit-message.ts';
import { addEmail, createPerson, personIdOf, rename } from '../testing/submissions.ts';
import { openLinkedConsole } from './testing/linked-console.ts';
import { startNatsServer } from './testing/nats-server.ts';

const ada = (family: string) => expect.objectContaining({ familyNames: [family] }) as unknown;

describe('two consoles and a real server', () => {
  it('what one does, the other has', async () => {
    const server = await startNatsServer();
    const [a, b] = [openLinkedConsole(server.url, ['begin']), openLinkedConsole(server.url)];
    a.sync.start();
    await a.settled();
    await a.submitAll([createPerson(1, 'Ada Lovelace'), addEmail(1, 'ada@example.org')]);
    await a.settled();
    b.sync.start();
    await b.settled();
    expect(b.engine.store.log.head()).toBe(2);
    await b.submit(rename(1, 'Ada King'));
    await b.settled();
    await a.until(() => a.engine.store.log.head() === 3);
    expect(a.sync.status).toMatchObject({ state: 'live', behind: 0, waiting: { commits: 0 } });
  });

  it('both change a person offline: one field each holds, the same field is a conflict', async () => {
    const server = await startNatsServer();
    const [a, b] = [openLinkedConsole(server.url, ['begin']), openLinkedConsole(server.url)];
    a.sync.start();
    await a.submit(createPerson(1, 'Ada Lovelace'));
    await a.settled();
    b.sync.start();
    await b.settled();
    await Promise.all([a.sync.stop(), b.sync.stop()]);
    await a.submit(rename(1, 'Ada King'));
    await b.submitAll([rename(1, 'Ada Byron'), addEmail(1, 'ada@example.org')]);
    a.sync.start();
    await a.settled();
    b.sync.start();
    await b.settled();
    expect(b.sync.status.counts).toMatchObject({ rebased: 1, conflicts: 1 });
    await a.until(() => a.engine.store.log.sync.position() === b.engine.store.log.sync.position());
    const { rows, counts } = await a.ask('conflicts.list');
    expect(counts).toEqual({ open: 1, applied: 0, dropped: 0 });
    expect(rows).toMatchObject([
      {
        displayName: 'Ada King',
        severity: 'same-field',
        command: { type: 'UpdateName' },
        fields: [{ path: 'name', base: ada('Lovelace'), theirs: ada('King'), mine: ada('Byron') }],
      },
    ]);
    const { conflictId = '' } = rows[0] ?? {};
    expect(await b.ask('conflicts.drop', { conflictId, reason: 'King is right' })).toMatchObject({
      status: 'accepted',
    });
    await b.settled();
    await a.until(() => a.engine.store.log.sync.position() === b.engine.store.log.sync.position());
    expect((await a.ask('conflicts.get', { conflictId })).reason).toBe('King is right');
    await a.ask('conflicts.reopen', { conflictId });
    expect(await a.ask('conflicts.apply', { conflictId })).toMatchObject({ status: 'accepted' });
    expect((await a.ask('conflicts.get', { conflictId })).state).toBe('applied');
    await a.settled();
    await b.until(() => a.engine.store.log.sync.position() === b.engine.store.log.sync.position());
    for (const each of [a, b]) {
      expect((await each.ask('persons.get', { personId: personIdOf(1) })).displayName).toBe('Ada Byron');
    }
  });
});

describe('a server that fails', () => {
  it('is killed and comes back: nothing is lost, and what was done meanwhile goes out', async () => {
    const server = await startNatsServer();
    const a = openLinkedConsole(server.url, ['begin']);
    a.sync.start();
    await a.submit(createPerson(1, 'Ada Lovelace'));
    await a.settled();
    await server.kill();
    await a.until(() => a.sync.status.state === 'connecting');
    await a.submit(rename(1, 'Ada King'));
    expect(a.sync.status.waiting.commits).toBe(1);
    await server.start();
    await a.settled();
    expect(a.sync.status.counts).toMatchObject({ pushed: 2, steppedBack: 0 });
  });

  it('is restored from an older copy: the consoles publish again what it has lost', async () => {
    const server = await startNatsServer();
    const [a, b] = [openLinkedConsole(server.url, ['begin']), openLinkedConsole(server.url)];
    a.sync.start();
    await a.submit(createPerson(1, 'Ada Lovelace'));
    await a.settled();
    await server.kill();
    const copy = server.copyData();
    await server.start();
    await a.settled();
    await a.submit(rename(1, 'Ada King'));
    await a.settled();
    b.sync.start();
    await b.settled();
    await server.kill();
    server.putBack(copy);
    await server.start();
    // Whoever is back first has it again; the other may find it there.
    await b.until(() => a.sync.status.counts.steppedBack + b.sync.status.counts.steppedBack > 0);
    await Promise.all([a.settled(), b.settled()]);
    const c = openLinkedConsole(server.url);
    c.sync.start();
    await c.settled();
    const { displayName } = await c.ask('persons.get', { personId: personIdOf(1) });
    expect(displayName).toBe('Ada King');
    expect(c.engine.store.log.head()).toBe(2);
  });

  it('is restored from an older copy and goes on without the one who knew: the broker wins, ours is decided again', async () => {
    const server = await startNatsServer();
    const [a, b] = [openLinkedConsole(server.url, ['begin']), openLinkedConsole(server.url)];
    a.sync.start();
    await a.settled();
    b.sync.start();
    await a.submit(createPerson(1, 'Ada Lovelace'));
    await b.until(() => b.engine.store.log.head() === 1);
    await b.sync.stop();
    await server.kill();
    const copy = server.copyData();
    await server.start();
    await a.settled();
    await a.submitAll([addEmail(1, 'ada@example.org'), rename(1, 'Ada King')]);
    await a.settled();
    await a.sync.stop();
    await server.kill();
    server.putBack(copy);
    await server.start();
    await b.submit(rename(1, 'Ada Byron'));
    b.sync.start();
    await b.settled();
    a.sync.start();
    await a.settled();
    expect(a.sync.status.counts).toMatchObject({ steppedBack: 2, rebased: 1, conflicts: 1 });
    await b.until(() => b.engine.store.log.sync.position() === a.engine.store.log.sync.position());
    for (const each of [a, b]) {
      const { displayName } = await each.ask('persons.get', { personId: personIdOf(1) });
      expect(displayName).toBe('Ada Byron');
      expect(await each.ask('log.verify')).toMatchObject({ ok: true });
    }
  });

  it('that was wiped gets nothing before an operator says so', async () => {
    const server = await startNatsServer();
    const a = openLinkedConsole(server.url, ['begin']);
    a.sync.start();
    await a.submit(createPerson(1, 'Ada Lovelace'));
    await a.settled();
    await server.kill();
    server.wipe();
    await server.start();
    await a.until(() => a.sync.status.state === 'refused');
    expect(a.sync.status.error?.code).toBe('link-log-lost');
    a.sync.start(['fill']);
    await a.settled();
    expect(a.sync.status.counts).toMatchObject({ steppedBack: 1 });
  });

  it('that was emptied gets nothing before an operator says so, and then everything, though it knows the ids', async () => {
    const server = await startNatsServer();
    const a = openLinkedConsole(server.url, ['begin']);
    a.sync.start();
    await a.submitAll([createPerson(1, 'Ada Lovelace'), rename(1, 'Ada King')]);
    await a.settled();
    await a.sync.stop();
    const connection = await connect({ servers: server.url });
    const manager = await connection.jetstreamManager();
    await manager.streams.purge('PERSON_LOG');
    a.sync.start();
    await a.until(() => a.sync.status.error?.code === 'link-log-lost');
    expect((await manager.streams.info('PERSON_LOG')).state.messages).toBe(0);
    a.sync.start(['fill']);
    await a.settled();
    expect((await manager.streams.info('PERSON_LOG')).state.messages).toBe(2);
    await connection.close();
    const b = openLinkedConsole(server.url);
    b.sync.start();
    await b.settled();
    expect(b.engine.store.log.head()).toBe(2);
  });

  it('broken and foreign messages on the log are kept, shown and counted, and block nothing', async () => {
    const server = await startNatsServer();
    const a = openLinkedConsole(server.url, ['begin']);
    a.sync.start();
    await a.submit(createPerson(1, 'Ada Lovelace'));
    await a.settled();
    const connection = await connect({ servers: server.url });
    const subject = subjectOf(`person-${personIdOf(1)}`);
    const stream = connection.jetstream();
    const bodies = [
      '',
      '{',
      'null',
      '[]',
      '\u0000',
      '{"protocol":"1"}',
      '{"protocol":1}',
      '{"protocol":1,"events":[{}]}',
    ];
    for (const body of [...bodies, '['.repeat(100_000)]) await stream.publish(subject, body);
    await stream.publish('person.log.what-is-this', 'nonsense');
    await connection.close();
    await a.submit(rename(1, 'Ada King'));
    await a.settled();
    expect(a.sync.status.counts).toMatchObject({ unreadable: bodies.length + 2, pushed: 2 });
    const { rows, total } = await a.ask('link.odd', { limit: 5 });
    expect(total).toBe(bodies.length + 2);
    expect(rows[0]).toMatchObject({
      reason: 'unreadable',
      subject: 'person.log.what-is-this',
      body: 'nonsense',
    });
  });

  it('a message of a newer program ends the link, and nothing before it is lost', async () => {
    const server = await startNatsServer();
    const a = openLinkedConsole(server.url, ['begin']);
    a.sync.start();
    await a.submit(createPerson(1, 'Ada Lovelace'));
    await a.settled();
    const connection = await connect({ servers: server.url });
    await connection.jetstream().publish(subjectOf(`person-${personIdOf(1)}`), '{"protocol":2}');
    await connection.close();
    await a.until(() => a.sync.status.error?.code === 'link-update-required');
    expect(a.sync.status).toMatchObject({ state: 'refused', position: 1 });
  });

  it('of another installation gets nothing', async () => {
    const [one, other] = [await startNatsServer(), await startNatsServer()];
    const a = openLinkedConsole(one.url, ['begin']);
    a.sync.start();
    await a.settled();
    const b = openLinkedConsole(other.url, ['begin']);
    b.sync.start();
    await b.submit(createPerson(2, 'Grace Hopper'));
    await b.settled();
    await b.sync.stop();
    await b.close();
    const wrong = openLinkedConsole(one.url);
    await wrong.submit(createPerson(3, 'Nobody'));
    wrong.sync.start();
    await wrong.until(() => wrong.sync.status.state === 'refused');
    expect(wrong.sync.status.error?.code).toBe('installation-join');
    const moved = openLinkedConsole(one.url, [], b.folder);
    moved.sync.start();
    await moved.until(() => moved.sync.status.state === 'refused');
    expect(moved.sync.status.error?.code).toBe('installation-other');
    expect(a.engine.store.log.head()).toBe(0);
  });
});
