import { connect, createInbox, headers, type NatsConnection } from 'nats.ws';
import { describe, expect, it, onTestFinished } from 'vitest';
import { uuidOf } from '../../../domain/testing/recorded.ts';
import { commandIdOf, createPerson, nameParts, personIdOf, rename } from '../../testing/submissions.ts';
import { openLinkedConsole } from '../testing/linked-console.ts';
import { startNatsServer } from '../testing/nats-server.ts';

interface Reply {
  readonly id: string | null;
  readonly status: string;
  readonly version: number;
  readonly code?: string;
  readonly message?: string;
  readonly duplicate?: boolean;
  readonly events: readonly { readonly eventId: string; readonly type: string; readonly version: number }[];
}

/** Another system: it knows the broker, and of us only what is documented. */
async function openSystem(url: string) {
  const connection: NatsConnection = await connect({ servers: url });
  onTestFinished(() => connection.close());
  const send = async (body: string, replyTo: string, subject = 'person.commands.hr'): Promise<void> => {
    const all = headers();
    if (replyTo !== '') all.set('Person-Reply-To', replyTo);
    await connection.jetstream().publish(subject, body, { headers: all });
  };
  const ask = async (body: string, subject?: string): Promise<Reply> => {
    const inbox = createInbox();
    const replies = connection.subscribe(inbox, { max: 1, timeout: 15_000 });
    await send(body, inbox, subject);
    for await (const reply of replies) return reply.json<Reply>();
    throw new Error('No reply came');
  };
  return { connection, send, ask };
}

function asking(number: number, type: string, data: object, more: object = {}): string {
  const issuedAt = '2026-01-05T08:00:00Z';
  return JSON.stringify({
    protocol: 1,
    id: commandIdOf(number),
    type,
    data,
    actor: 'jane.doe',
    issuedAt,
    ...more,
  });
}

const creating = (number: number, name = 'Ada Lovelace', more: object = {}): string =>
  asking(number, 'CreatePerson', { personId: personIdOf(number), name: nameParts(name) }, more);

const renaming = (command: number, person: number, name: string, more: object = {}): string =>
  asking(command, 'UpdateName', { personId: personIdOf(person), name: nameParts(name) }, more);

async function openOne() {
  const server = await startNatsServer();
  const a = openLinkedConsole(server.url, ['begin']);
  a.sync.start();
  await a.until(() => a.sync.status.requests.taking);
  return { server, a, system: await openSystem(server.url) };
}

describe('commands of other systems', () => {
  it('are carried out and answered once they are confirmed; the same id again changes nothing', async () => {
    const { a, system } = await openOne();
    const first = await system.ask(creating(1));
    expect(first).toMatchObject({ id: commandIdOf(1), status: 'accepted', version: 1 });
    expect(first.events).toMatchObject([{ type: 'PersonCreated', version: 1 }]);
    expect(a.sync.status.waiting.commits).toBe(0);
    const again = await system.ask(creating(1));
    expect(again).toEqual({ ...first, duplicate: true });
    expect(a.engine.store.log.head()).toBe(1);
    const { rows } = await a.ask('persons.timeline', { personId: personIdOf(1) });
    expect(rows[0]).toMatchObject({ actor: 'external:hr:jane.doe' });
    expect(await system.ask(creating(1, 'Somebody Else'))).toMatchObject({ code: 'command-id-reused' });
  });

  it('that are refused are answered with why, and kept', async () => {
    const { a, system } = await openOne();
    await system.ask(creating(1));
    const stale = { expectedVersion: 0 };
    expect(await system.ask(renaming(2, 1, 'Ada King', stale))).toMatchObject({
      status: 'conflict',
      code: 'version-conflict',
    });
    expect(await system.ask(renaming(3, 9, 'Nobody'))).toMatchObject({ status: 'rejected' });
    expect(await system.ask(asking(4, 'UpdateName', { name: 7 }))).toMatchObject({ code: 'command-invalid' });
    const drop = { conflictId: commandIdOf(1), reason: 'x' };
    expect(await system.ask(asking(5, 'DropConflict', drop))).toMatchObject({ code: 'command-unknown' });
    const { rows, total } = await a.ask('link.requests', { limit: 2 });
    expect(total).toBe(4);
    expect(rows[0]).toMatchObject({
      reason: 'refused',
      code: 'command-unknown',
      type: 'DropConflict',
      deliveries: 1,
    });
    const next = await a.ask('link.requests', { before: rows[1]?.number });
    expect(next.rows.map(({ code }) => code)).toEqual(['person-missing', 'version-conflict']);
    expect(a.sync.status.requests).toMatchObject({ done: 1, refused: 4, unreadable: 0 });
  });

  it('that are broken or hostile are counted, kept and answered where they may be, and block nothing', async () => {
    const { a, system } = await openOne();
    const nested = `${'{"a":'.repeat(80)}1${'}'.repeat(80)}`;
    const bodies = [
      '',
      '{',
      'null',
      '[]',
      '\u0000',
      '"text"',
      '{"protocol":1}',
      '['.repeat(100_000),
      asking(1, 'CreatePerson', {}, { surplus: true }),
      asking(1, 'CreatePerson', {}, { actor: 'a\u0000b' }),
      asking(1, 'CreatePerson', {}, { protocol: 2 }),
      asking(1, 'CreatePerson', {}).replace('"data":{}', '"data":{"__proto__":{"x":1}}'),
      asking(1, 'CreatePerson', {}).replace('"data":{}', `"data":${nested}`),
      asking(1, 'CreatePerson', { text: 'x'.repeat(600 * 1024) }),
    ];
    for (const body of bodies) {
      const reply = await system.ask(body);
      expect(reply.status).toBe('rejected');
      expect(reply.code).toMatch(/^request-(?:unreadable|newer)$/u);
    }
    await system.send('nonsense', '', 'person.commands.b@d');
    await a.until(() => a.sync.status.requests.unreadable === bodies.length + 1);
    for (const address of [
      'person.log.x',
      '$JS.API.STREAM.DELETE.PERSON_LOG',
      '_INBOX.>',
      '_INBOX.a b',
      '_INBOX',
    ])
      await system.send('nonsense', address);
    expect(await system.ask(creating(1))).toMatchObject({ status: 'accepted' });
    await a.until(() => a.sync.status.requests.unreadable === bodies.length + 6);
    expect((await a.ask('link.requests')).total).toBe(bodies.length + 6);
    expect(a.sync.status).toMatchObject({ state: 'live', position: 1, counts: { unreadable: 0 } });
    const manager = await system.connection.jetstreamManager();
    const { state } = await manager.streams.info('PERSON_COMMANDS');
    expect(state.messages).toBe(0);
  });
});

describe('consoles that share them', () => {
  it('each see to a part, and know of each other what was answered', async () => {
    const { server, a, system } = await openOne();
    const b = openLinkedConsole(server.url);
    b.sync.start();
    await b.until(() => b.sync.status.requests.taking);
    const done = () => [a, b].map(({ sync }) => sync.status.requests.done);
    let asked = 0;
    // The server may hear of the second one only after some of them: until then the first sees to all.
    while (asked < 600 && Math.min(...done()) <= 5) {
      const numbers = Array.from({ length: 60 }, (_, index) => asked + index + 1);
      const replies = await Promise.all(numbers.map((number) => system.ask(creating(number))));
      expect(replies.every(({ status }) => status === 'accepted')).toBe(true);
      asked += numbers.length;
    }
    expect(Math.min(...done())).toBeGreaterThan(5);
    expect(done().reduce((sum, count) => sum + count)).toBe(asked);
    for (let version = 1; version < 8; version += 1) {
      const body = renaming(1000 + version, 1, `Ada Nr${version}`, { expectedVersion: version });
      expect(await system.ask(body)).toMatchObject({ status: 'accepted', version: version + 1 });
      expect(await system.ask(body)).toMatchObject({ duplicate: true, version: version + 1 });
    }
  });

  it('one id for two persons, at two consoles at once: both hold, one of them under another id, and nobody is blocked', async () => {
    const { server, a, system } = await openOne();
    const b = openLinkedConsole(server.url);
    b.sync.start();
    await b.settled();
    const commandId = commandIdOf(1);
    await Promise.all([
      a.submit(createPerson(1, 'Ada Lovelace', { commandId })),
      b.submit(createPerson(2, 'Grace Hopper', { commandId })),
    ]);
    await a.until(() => a.sync.status.waiting.commits === 0 && a.sync.status.position >= 1);
    expect(await system.ask(creating(3, 'Mary Somerville'))).toMatchObject({ status: 'accepted' });
    await b.until(
      () => b.sync.status.position === a.sync.status.position && b.sync.status.waiting.commits === 0,
    );
    for (const each of [a, b]) {
      const { rows } = await each.ask('persons.list', {});
      expect(rows).toHaveLength(3);
      expect(await each.ask('log.verify')).toMatchObject({ ok: true });
    }
    expect(a.sync.status.state).toBe('live');
    expect(b.sync.status.state).toBe('live');
  });

  it('others were faster: it becomes a conflict, and is answered as one by whomever is asked', async () => {
    const { server, a, system } = await openOne();
    await a.submit(createPerson(1));
    await a.settled();
    const b = openLinkedConsole(server.url);
    b.sync.start();
    await b.settled();
    await a.sync.stop();
    await b.sync.stop();
    const commandId = commandIdOf(2);
    await a.submit(rename(1, 'Ada Byron', { commandId }));
    await b.submit(rename(1, 'Ada King'));
    b.sync.start();
    await b.settled();
    a.sync.start();
    await a.settled();
    const conflict = { status: 'conflict', code: 'command-in-conflict', id: commandId };
    expect(await system.ask(renaming(2, 1, 'Ada Byron'))).toMatchObject(conflict);
    await a.sync.stop();
    expect(await system.ask(renaming(2, 1, 'Ada Byron'))).toMatchObject(conflict);
    expect((await b.ask('persons.get', { personId: personIdOf(1) })).displayName).toBe('Ada King');
  });
});

describe('a server that fails, and streams of others', () => {
  it('goes between commit and answer: the answer comes once it is back', async () => {
    const { server, a, system } = await openOne();
    const inbox = 'person.replies.hr.1';
    await system.ask(creating(1));
    await a.sync.stop();
    await system.send(renaming(2, 1, 'Ada King'), inbox);
    // Decided by somebody who went before it was sent.
    await a.submit(rename(1, 'Ada King', { commandId: commandIdOf(2) }));
    await server.kill();
    await server.start();
    const later = await openSystem(server.url);
    const replies = later.connection.subscribe(inbox, { max: 1, timeout: 20_000 });
    await later.connection.flush();
    a.sync.start();
    for await (const reply of replies)
      expect(reply.json<Reply>()).toMatchObject({ status: 'accepted', version: 2 });
    expect(a.engine.store.log.head()).toBe(2);
  });

  it('a stream that captures them already is used, from now on', async () => {
    const server = await startNatsServer();
    const system = await openSystem(server.url);
    const manager = await system.connection.jetstreamManager();
    await manager.streams.add({ name: 'PERSON_EVENTS', subjects: ['person.events.>', 'person.commands.>'] });
    await system.send('{"legacy":true}', '', `person.commands.${uuidOf(1, 1)}`);
    const a = openLinkedConsole(server.url, ['begin']);
    a.sync.start();
    await a.until(() => a.sync.status.requests.taking);
    // The bridge to the former system sees to its own.
    const former = JSON.stringify({
      DeactivatePerson: { person_id: { id: uuidOf(1, 1) }, reason: 'On leave' },
    });
    await system.send(former, '', `person.commands.${uuidOf(1, 1)}`);
    expect(await system.ask(creating(1))).toMatchObject({ status: 'accepted' });
    expect(a.sync.status.requests).toMatchObject({ done: 1, unreadable: 0 });
  });

  it('several streams that capture them: none is taken before one of them has all, and which they are is told', async () => {
    const server = await startNatsServer();
    const system = await openSystem(server.url);
    const manager = await system.connection.jetstreamManager();
    for (const source of ['hr', 'crm'])
      await manager.streams.add({
        name: `OF_${source.toUpperCase()}`,
        subjects: [`person.commands.${source}`],
      });
    const a = openLinkedConsole(server.url, ['begin']);
    a.sync.start();
    await a.until(() => a.sync.status.requests.error !== null);
    const { taking, error } = a.sync.status.requests;
    expect([taking, error?.code, error?.kind]).toEqual([false, 'requests-several-streams', 'rejected']);
    expect(error?.message).toMatch(
      /\((?:OF_CRM, OF_HR|OF_HR, OF_CRM)\)\. Commands of other systems are not taken/u,
    );
    expect(a.sync.status).toMatchObject({ state: 'live', error: null });
    await manager.streams.delete('OF_CRM');
    await manager.streams.update('OF_HR', { subjects: ['person.commands.>'] });
    await a.until(() => a.sync.status.requests.taking);
    expect(await system.ask(creating(1))).toMatchObject({ status: 'accepted' });
  });

  it('a console that may not have them works all the same, and says why', async () => {
    const config = `no_auth_user: few
authorization { users: [ { user: few, password: few, permissions: { publish: { deny: ["$JS.API.STREAM.NAMES"] } } } ] }`;
    const server = await startNatsServer({ config });
    const a = openLinkedConsole(server.url, ['begin']);
    a.sync.start();
    await a.submit(createPerson(1));
    await a.settled();
    await a.until(() => a.sync.status.requests.error !== null);
    expect(a.sync.status).toMatchObject({ state: 'live', requests: { taking: false } });
  });
});
