import { fc } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../domain/sync/commit-message.ts';
import { readMessage } from '../../domain/sync/read-message.ts';
import type { ArrivedMessage } from '../../domain/ports/take-in.ts';
import { addEmail, createPerson, personIdOf, rename, submission } from '../testing/submissions.ts';
import { openTestConsole, type TestConsole } from '../testing/test-console.ts';
import { runs } from '../trust/testing/long-runs.ts';
import { tempFolder } from '../testing/temp-folder.ts';

/** What JetStream does for a log, and nothing else: it compares sequences and keeps what it took. */
class SimulatedBroker {
  readonly messages: ArrivedMessage[] = [];
  readonly #last = new Map<string, number>();

  publish(subject: string, expected: number, body: string): number | null {
    if ((this.#last.get(subject) ?? 0) !== expected) return null;
    const sequence = this.messages.length + 1;
    this.messages.push({ sequence, time: String(sequence), subject, body });
    this.#last.set(subject, sequence);
    return sequence;
  }
}

function push(console: TestConsole, broker: SimulatedBroker, limit: number): number {
  const { sync } = console.engine.store.log;
  let sent = 0;
  const seen = new Set<string>();
  for (const { streamId, subjectSequence, text, isHeld } of sync.outbox(0, limit)) {
    const isFirst = !seen.has(streamId);
    seen.add(streamId);
    if (isHeld || !isFirst) continue;
    if (broker.publish(subjectOf(streamId), subjectSequence, text) !== null) sent += 1;
  }
  return sent;
}

function pull(console: TestConsole, broker: SimulatedBroker, limit: number): void {
  const from = console.engine.store.log.sync.position();
  console.engine.engine.takeIn(broker.messages.slice(from, from + limit));
}

function settle(consoles: readonly TestConsole[], broker: SimulatedBroker): void {
  for (let turn = 0; turn < 500; turn += 1) {
    const before = broker.messages.length;
    for (const console of consoles) {
      pull(console, broker, Number.POSITIVE_INFINITY);
      push(console, broker, 1000);
    }
    const isQuiet = consoles.every(({ engine }) => engine.store.log.pendingCommits() === 0);
    if (isQuiet && broker.messages.length === before) return;
  }
  throw new Error('The consoles do not come to rest');
}

interface Row {
  readonly stream: string;
  readonly version: number;
  readonly eventId: string;
  readonly type: string;
  readonly data: string;
}

function liveRows(console: TestConsole): readonly Row[] {
  return console.engine.store.logDb
    .prepare<[], Row>(
      `SELECT s.name AS stream, e.version, hex(e.event_id) AS eventId, n.name AS type, e.data FROM events e
       JOIN streams s ON s.id = e.stream JOIN names n ON n.id = e.type
       WHERE e.superseded = 0 ORDER BY s.name, e.version`,
    )
    .all();
}

const ops = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('submit' as const),
        who: fc.nat(2),
        person: fc.nat(2),
        what: fc.nat(5),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('push' as const),
        who: fc.nat(2),
        limit: fc.integer({ min: 1, max: 5 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('pull' as const),
        who: fc.nat(2),
        limit: fc.integer({ min: 1, max: 5 }),
      }),
    },
  ),
  { minLength: 1, maxLength: 40, size: 'max' },
);

let number = 0;
function commandOf(person: number, what: number) {
  number += 1;
  switch (what) {
    case 0:
      return rename(person, `Ada Nr${number}`);
    case 1:
      return addEmail(person, `nr${number}@example.org`);
    case 2:
      return submission('UpdateMetadata', {
        personId: personIdOf(person),
        changes: { [`key${number % 3}`]: `${number}` },
      });
    case 3:
      return submission('DeactivatePerson', { personId: personIdOf(person), reason: 'On leave' });
    case 4:
      return submission('ReactivatePerson', { personId: personIdOf(person), reason: 'Back' });
    default:
      return submission('AssignLocation', {
        personId: personIdOf(person),
        locationId: `place ${number % 2}`,
      });
  }
}

type Consoles = readonly [TestConsole, TestConsole, TestConsole];
type Step = typeof ops extends fc.Arbitrary<readonly (infer S)[]> ? S : never;

/** Carries the steps out; answers the commands that were acknowledged. */
async function carryOut(
  consoles: Consoles,
  broker: SimulatedBroker,
  steps: readonly Step[],
): Promise<string[]> {
  const acknowledged: string[] = [];
  for (const step of steps) {
    const console = consoles[step.who] ?? consoles[0];
    if (step.do === 'push') push(console, broker, step.limit);
    else if (step.do === 'pull') pull(console, broker, step.limit);
    else {
      const { status, events, commandId } = await console.submit(commandOf(step.person, step.what));
      if (status === 'accepted' && events.length > 0) acknowledged.push(commandId);
    }
  }
  return acknowledged;
}

/** In the broker, in a conflict, or remembered where it was made as saying what was so already. */
function expectAccountedFor(
  consoles: Consoles,
  broker: SimulatedBroker,
  commandIds: readonly string[],
): void {
  const reads = broker.messages.map(({ body, subject }) => readMessage(body, subject));
  const sent = new Set(reads.map((read) => (read.ok ? read.commit.commandId : '')));
  const streams = new Set(liveRows(consoles[0]).map(({ stream }) => stream));
  const missing = commandIds.filter((id) => !sent.has(id) && !streams.has(`conflict-${id}`));
  for (const id of missing) {
    const holders = consoles.filter(({ engine }) => engine.store.log.findCommand(id) !== null);
    expect(holders).toHaveLength(1);
  }
}

async function expectAgreement(consoles: Consoles): Promise<void> {
  const [first, ...others] = consoles;
  const rows = liveRows(first);
  for (const other of others) expect(liveRows(other)).toEqual(rows);
  for (const console of consoles)
    expect(await console.ask('log.verify')).toMatchObject({ ok: true, findings: [] });
}

const SCHEDULES = runs(20);

/** Two rename the same person before either hears of the other: chance alone may draw no such schedule. */
const BOTH_RENAME: readonly Step[] = [
  { do: 'submit', who: 0, person: 0, what: 0 },
  { do: 'submit', who: 1, person: 0, what: 0 },
];

describe('three consoles and a broker that only orders', () => {
  it('end with the same log, whatever they did and in whatever order it travelled', {
    timeout: 600_000,
  }, async () => {
    let conflicts = 0;
    const property = fc.asyncProperty(ops, async (steps) => {
      const open = (): TestConsole => openTestConsole({ dataFolder: tempFolder() });
      const consoles: Consoles = [open(), open(), open()];
      try {
        const broker = new SimulatedBroker();
        await consoles[0].submitAll([0, 1, 2].map((person) => createPerson(person, 'Ada Lovelace')));
        settle(consoles, broker);
        const acknowledged = await carryOut(consoles, broker, steps);
        settle(consoles, broker);
        await expectAgreement(consoles);
        expectAccountedFor(consoles, broker, acknowledged);
        conflicts += liveRows(consoles[0]).filter(({ stream }) => stream.startsWith('conflict-')).length;
      } finally {
        for (const console of consoles) await console.close();
      }
    });
    await fc.assert(property, { numRuns: SCHEDULES, examples: [[BOTH_RENAME]] });
    expect(conflicts).toBeGreaterThan(0);
  });
});

it('what a broker has lost goes out again behind what it still has, unchanged', async () => {
  const console = openTestConsole();
  const broker = new SimulatedBroker();
  await console.submitAll([createPerson(1, 'Ada Lovelace'), rename(1, 'Ada King'), rename(1, 'Ada Byron')]);
  settle([console], broker);
  const [, second, third] = broker.messages;
  expect(console.engine.engine.stepBack(1)).toBe(2);
  const { sync } = console.engine.store.log;
  expect(sync.position()).toBe(1);
  expect(sync.outbox(0, 10).map(({ text, subjectSequence }) => [text, subjectSequence])).toEqual([
    [second?.body, 1],
    [third?.body, 1],
  ]);
  expect(await console.ask('log.verify')).toMatchObject({ ok: true });
});
