import { describe, expect, it } from 'vitest';
import type { LegacyStatus } from '../../../domain/contract/legacy.ts';
import type { StoredEvent } from '../../../domain/kernel/event.ts';
import { readEvent } from '../../../domain/legacy/read-event.ts';
import events from '../../../domain/testing/fixtures/legacy/frozen/events.json' with { type: 'json' };
import { addEmail, createPerson, personIdOf, rename } from '../../testing/submissions.ts';
import { openTestConsole, type TestConsole } from '../../testing/test-console.ts';
import { type FormerSystem, formerSystem } from '../testing/former-system.ts';
import { startNatsServer } from '../testing/nats-server.ts';

const BOB = '550e8400-e29b-41d4-a716-446655440000';
const GIVE_UP_MS = 15_000;
const LOOK_MS = 20;

function until(console: TestConsole, condition: (status: LegacyStatus) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = performance.now() + GIVE_UP_MS;
    const look = (): void => {
      const { status } = console.engine.legacy;
      if (condition(status)) resolve();
      else if (performance.now() > end)
        reject(new Error(`It did not come to be so: ${JSON.stringify(status)}`));
      else setTimeout(look, LOOK_MS);
    };
    look();
  });
}

async function linked(url: string): Promise<TestConsole> {
  const console = openTestConsole();
  await console.ask('link.use', { connection: { servers: [url] }, allow: ['begin'] });
  return console;
}

const eventSubject = (id = BOB): string => `person.events.${id}.anything`;
const isLive = (console: TestConsole) => until(console, ({ state }) => state === 'live');
const suspend = JSON.stringify({ DeactivatePerson: { person_id: { id: BOB }, reason: 'On leave' } });

async function sendFrozen(former: FormerSystem): Promise<void> {
  for (const { body } of events) await former.publish(eventSubject(), body);
}

async function nameOf(console: TestConsole, personId: string): Promise<string> {
  return (await console.ask('persons.get', { personId })).displayName;
}

function streamOf({ engine }: TestConsole): readonly StoredEvent[] {
  const head = engine.store.log.streamHead(`person-${BOB}`);
  return head === null ? [] : engine.store.log.readStream(`person-${BOB}`, head);
}

/** Of events as they were written. */
function versionsOf(console: TestConsole): readonly string[] {
  return streamOf(console).map(({ type, schemaVersion }) => `${type}@${schemaVersion}`);
}

async function statusOf(console: TestConsole): Promise<string> {
  const { person } = await console.ask('persons.get', { personId: BOB });
  return (person['lifecycle'] as { readonly status: string }).status;
}

describe('the bridge to the former system', () => {
  it('is off until somebody switches it on, and reads the stream once, to its end', async () => {
    const server = await startNatsServer();
    const former = await formerSystem(server.url);
    await sendFrozen(former);
    await former.publish(`person.commands.${BOB}`, suspend);
    const a = openTestConsole();
    const connection = { servers: [server.url] };
    expect(await a.ask('legacy.status')).toMatchObject({ mode: 'off', state: 'off', position: 0 });
    const read = await a.ask('legacy.readThrough', { connection, allow: ['begin'] });
    expect(read).toMatchObject({ mode: 'off', position: 6, counts: { events: 5, history: 1, odd: 0 } });
    expect(await nameOf(a, BOB)).toBe('Robert Miller');
    expect(await statusOf(a)).toBe('active');
    expect(versionsOf(a)).toEqual([
      'PersonCreated@1',
      'ComponentRegistered@1',
      'EmailAdded@1',
      'NameUpdated@2',
    ]);
    expect(streamOf(a)[0]?.metadata.timestamp).toBe('2024-03-05T10:20:30.123Z');
    expect(a.engine.store.log.pendingCommits()).toBe(0);

    const again = await a.ask('legacy.readThrough', { connection });
    expect(again).toMatchObject({ position: 6, counts: { events: 5, known: 0 } });
    expect(await former.messages()).toHaveLength(6);
  });

  it('takes an event once, however often it comes and whoever reads it', async () => {
    const server = await startNatsServer();
    const former = await formerSystem(server.url);
    await sendFrozen(former);
    await sendFrozen(former);
    const a = await linked(server.url);
    await a.ask('legacy.on');
    await until(a, ({ state, counts }) => state === 'live' && counts.events === 5 && counts.known === 5);
    const head = a.engine.store.log.head();
    await a.ask('legacy.off');
    // Another console that reads from the beginning all the same.
    const b = await linked(server.url);
    b.engine.store.logDb.prepare('DELETE FROM legacy_progress').run();
    await until(b, () => b.engine.store.log.head() === head);
    await b.ask('legacy.on');
    await isLive(b);
    expect(b.engine.store.log.head()).toBe(head);
    expect(await nameOf(b, BOB)).toBe('Robert Miller');
  });

  it('tells the former system what is done, in both forms, and takes none of it back', async () => {
    const server = await startNatsServer();
    const former = await formerSystem(server.url);
    const a = await linked(server.url);
    await a.ask('legacy.on');
    await isLive(a);
    await a.submitAll([
      createPerson(1, 'Ada Byron'),
      addEmail(1, 'ada@example.org'),
      rename(1, 'Ada Lovelace'),
    ]);
    await until(a, ({ counts, state }) => state === 'live' && counts.own === 7);
    const told = await former.messages();
    const id = personIdOf(1);
    expect(told.map(({ subject }) => subject)).toEqual([
      `person.events.${id}.person_created`,
      `person.events.${id}.person.created`,
      `person.events.${id}.component_registered`,
      `person.events.${id}.component_data_updated`,
      `person.events.${id}.person.component_added`,
      `person.events.${id}.name_updated`,
      `person.events.${id}.person.name_updated`,
    ]);
    // A relay that strips the headers.
    for (const { subject, body } of told) await former.publish(subject, body);
    await until(a, ({ counts }) => counts.own === 14);
    expect(a.engine.store.log.head()).toBe(3);
    expect(await former.messages()).toHaveLength(14);

    // Off and on again: nothing is told twice, and what was done meanwhile is told.
    await a.ask('legacy.off');
    await a.submit(rename(1, 'Ada King'));
    await a.ask('legacy.on');
    await until(a, ({ counts }) => counts.own === 16);
    expect((await former.messages()).at(-1)?.body).toContain('King');
  });

  it('carries out its commands, each once, and keeps what cannot be done with why', async () => {
    const server = await startNatsServer();
    const former = await formerSystem(server.url);
    const a = await linked(server.url);
    await a.ask('legacy.on');
    await isLive(a);
    await former.publish(eventSubject(), events[0]?.body ?? '');
    const identity = { message_id: '22222222-2222-4333-8444-555555555555' };
    const again = JSON.stringify({ command: JSON.parse(suspend) as object, identity, actor: 'user:jane' });
    await former.publish(`person.commands.${BOB}`, again);
    await former.publish(`person.commands.${BOB}`, again);
    await former.publish(`person.commands.${BOB}`, suspend);
    await former.publish(`person.commands.${BOB}`, '{"Sing":{}}');
    // As other systems ask today: that is for the consoles themselves.
    await former.publish('person.commands.hr', '{"protocol":1}');
    await former.publish(eventSubject(), 'hello');
    await former.publish(eventSubject(), `${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    await former.publish(
      eventSubject('x'),
      '{"__proto__":{"a":1},"event":{"event_type":"Created","data":{}}}',
    );
    await until(a, ({ counts, position }) => counts.odd === 5 && position >= 9);
    expect(await statusOf(a)).toBe('suspended');
    const { counts } = await a.ask('legacy.status');
    expect(counts).toMatchObject({ events: 1, commands: 1, known: 1 });
    const { rows, total } = await a.ask('legacy.odd');
    expect(total).toBe(5);
    expect(rows.map(({ reason }) => reason).toReversed()).toEqual([
      'legacy-refused',
      'legacy-unknown',
      'legacy-unreadable',
      'legacy-unreadable',
      'legacy-unreadable',
    ]);
    // What the command led to is told; what came from there is not.
    await until(a, ({ published }) => published === 2);
    expect((await former.messages()).filter(({ isOurs }) => isOurs).map(({ subject }) => subject)).toEqual([
      `person.events.${BOB}.person_deactivated`,
      `person.events.${BOB}.person.suspended`,
    ]);
  });

  it('runs on one console at a time, and another one goes on where it was', async () => {
    const server = await startNatsServer();
    const former = await formerSystem(server.url);
    const a = await linked(server.url);
    await a.ask('legacy.on');
    await isLive(a);
    await a.submit(createPerson(1));
    await until(a, ({ counts }) => counts.own === 2);
    const b = await linked(server.url);
    await b.ask('legacy.on');
    await until(b, ({ state }) => state === 'standby');
    await a.ask('legacy.off');
    await until(b, ({ state }) => state === 'live');
    await b.submit(rename(1, 'Ada King'));
    await until(b, ({ published }) => published === 2);
    expect(await former.messages()).toHaveLength(4);
  });

  it('says what it misses, and goes on once it is there', async () => {
    const server = await startNatsServer();
    const a = await linked(server.url);
    await a.ask('legacy.on');
    await until(a, ({ error }) => error?.code === 'legacy-stream-missing');
    // The console's own stream has the commands by now.
    const former = await formerSystem(server.url, ['person.events.>']);
    await sendFrozen(former);
    await until(a, ({ state, counts }) => state === 'live' && counts.events === 5);
  });
});

it('what happened there is there once and holds, where two consoles brought it and one of them more', async () => {
  const server = await startNatsServer();
  const taken = events.flatMap(({ body }) => {
    const read = readEvent(body);
    return read.ok ? [read.event] : [];
  });
  const bring = (console: TestConsole, count: number) =>
    console.engine.engine.takeInFormer(taken.slice(0, count), () => undefined);
  const [a, b] = [openTestConsole(), openTestConsole()];
  bring(a, 4);
  bring(b, 1);
  await b.ask('link.sync', { connection: { servers: [server.url] }, allow: ['begin'] });
  await a.ask('link.sync', { connection: { servers: [server.url] }, allow: ['join'] });
  const { counts } = await b.ask('link.sync', { connection: { servers: [server.url] } });
  expect(counts).toMatchObject({ conflicts: 0, voids: 0 });
  for (const console of [a, b]) {
    expect(await nameOf(console, BOB)).toBe('Robert Miller');
    expect(versionsOf(console)).toEqual([
      'PersonCreated@1',
      'ComponentRegistered@1',
      'EmailAdded@1',
      'NameUpdated@2',
    ]);
  }
  expect((await a.ask('log.verify')).ok).toBe(true);
});
