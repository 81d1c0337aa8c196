import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { startNats } from '../../e2e/harness/nats.ts';
import type { ConsoleEngine } from '../../main/boot/compose.ts';
import { openBenchEngine, pour, viewsAtHead } from '../bench-engine.ts';
import { freshFolder } from '../folders.ts';
import { type Figure, median, paired, percentile, perSecond, shown } from '../measure.ts';
import { openRawLog } from '../raw-log.ts';
import { createPerson, laterCommand, type SampleCommand, sampleCommands } from '../sample-commands.ts';
import {
  BARE_SUBJECTS,
  type BareMessage,
  BarePublisher,
  bareConnect,
  bareFollow,
  createBareStream,
} from '../sync/bare-link.ts';
import { isDone, linkUntil, openLinked, wayTo } from '../sync/linked-engine.ts';
import { clock, type Mark, startOtherSide } from '../sync/other-side.ts';

const PERSONS = 10_000;
const ROUNDS_EACH = 3;
const COMMITS = PERSONS * ROUNDS_EACH;
const BATCH = 500;
const PAIRS = 5;
const CLOSED = 1000;
const RATE = 10_000;
const SECONDS = Number(process.env['BENCH_SYNC_SECONDS'] ?? 60);

interface Waiting {
  readonly folder: string;
  readonly messages: readonly BareMessage[];
}

/** A data folder with much to send, and the same as messages. */
async function offlineFolder(): Promise<Waiting> {
  const folder = freshFolder('sync-offline');
  const engine = openBenchEngine(folder);
  await pour(engine, 256, sampleCommands(PERSONS, ROUNDS_EACH));
  await viewsAtHead(engine);
  const messages: BareMessage[] = [];
  for (let after = 0; ; ) {
    const page = engine.store.log.sync.outbox(after, 1000);
    for (const { streamId, text, commitId, number } of page) {
      messages.push({ subject: `${BARE_SUBJECTS}.${streamId}`, body: text, id: commitId });
      after = number;
    }
    if (page.length === 0) break;
  }
  await engine.close();
  return { folder, messages };
}

async function withNats<T>(act: (url: string) => Promise<T>): Promise<T> {
  const nats = await startNats();
  try {
    return await act(nats.url);
  } finally {
    await nats.remove();
  }
}

function copyOf(folder: string, name: string): string {
  const copy = freshFolder(name);
  cpSync(folder, copy, { recursive: true });
  return copy;
}

async function drainFigure({ folder, messages }: Waiting): Promise<Figure> {
  const bare = () =>
    withNats(async (url) => {
      const connection = await bareConnect(url);
      await createBareStream(connection);
      const publisher = new BarePublisher(connection);
      const started = performance.now();
      await publisher.publishAll(messages);
      const ms = performance.now() - started;
      await connection.close();
      return perSecond(messages.length, ms);
    });
  const product = () =>
    withNats(async (url) => {
      const engine = openBenchEngine(copyOf(folder, 'sync-drain'));
      const started = performance.now();
      await engine.call('link.use', { connection: wayTo(url), allow: ['begin'] });
      await linkUntil(engine, isDone);
      const ms = performance.now() - started;
      await engine.close();
      return perSecond(messages.length, ms);
    });
  const { raw, ours, ratio } = await paired(PAIRS, bare, product);
  return {
    name: `Outbox of ${shown(COMMITS)} commits on ${shown(PERSONS)} streams drained, beside acknowledged publishing`,
    value: ratio,
    unit: 'x',
    goal: { least: 0.7 },
    compared: `${shown(ours)} commits/s beside ${shown(raw)} messages/s with the same headers, bodies and subjects`,
    dominates:
      'The server and its checks on both sides; ours also connects, and takes each commit back in and confirms it durably.',
  };
}

async function consumeMs(url: string, count: number): Promise<number> {
  const connection = await bareConnect(url);
  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    let seen = 0;
    bareFollow(connection, 'PERSON_LOG', () => {
      seen += 1;
      if (seen === count) resolve();
    }).catch(reject);
  });
  const ms = performance.now() - started;
  await connection.close();
  return ms;
}

function insertMs(count: number): number {
  const raw = openRawLog(join(freshFolder('sync-raw'), 'log.db'));
  const started = performance.now();
  for (let done = 0; done < count; done += BATCH) raw.append(BATCH);
  const ms = performance.now() - started;
  raw.close();
  return ms;
}

async function catchUpFigure({ folder }: Waiting): Promise<Figure> {
  return withNats(async (url) => {
    await (await openLinked(copyOf(folder, 'sync-first'), url, 'begin')).close();
    const { raw, ours, ratio } = await paired(
      PAIRS,
      async () => perSecond(COMMITS, (await consumeMs(url, COMMITS)) + insertMs(COMMITS)),
      async () => {
        const joined = freshFolder('sync-joined');
        const started = performance.now();
        const engine = await openLinked(joined, url, 'join');
        const ms = performance.now() - started;
        await engine.close();
        return perSecond(COMMITS, ms);
      },
    );
    return {
      name: `A new console catches up with ${shown(COMMITS)} commits, beside consuming and then inserting them`,
      value: ratio,
      unit: 'x',
      goal: { least: 0.6 },
      compared: `${shown(ours)} commits/s beside ${shown(raw)} for a bare consumer and then bare inserts of ${BATCH}`,
      dominates:
        'Reading and checking each message, and its rows; ours opens the folder, connects, and begins to build the views.',
    };
  });
}

interface Latencies {
  readonly log: readonly number[];
  readonly views: readonly number[];
  readonly lost: number;
}

/** What is due from one moment on at a fixed rate, a turn of the loop at a time. Answers when it began. */
async function atRate(count: number, send: (from: number, to: number) => void): Promise<number> {
  const started = clock();
  for (let sent = 0; sent < count; ) {
    const due = Math.min(count, Math.floor(((clock() - started) * RATE) / 1000));
    if (due > sent) send(sent, due);
    sent = Math.max(sent, due);
    await turn();
  }
  return started;
}

/** From the moment at which each was due to the one at which it was there; the first tenth warms up. */
function openLoopLatencies(started: number, count: number, before: number, marks: readonly Mark[]): number[] {
  const latencies: number[] = [];
  let next = 0;
  for (const mark of marks) {
    for (; next < Math.min(count, mark.count - before); next += 1) {
      if (next >= count / 10) latencies.push(mark.at - (started + (next * 1000) / RATE));
    }
  }
  return latencies;
}

function* edits(ids: readonly string[]): Generator<SampleCommand, never> {
  for (let round = 5; ; round += 1) for (const [n, id] of ids.entries()) yield laterCommand(id, n, round);
}

async function persons(engine: ConsoleEngine): Promise<readonly string[]> {
  const ids = Array.from({ length: PERSONS }, () => uuidv7());
  await pour(engine, 256, ids.map((id, n) => createPerson(id, n)).values());
  await linkUntil(engine, isDone);
  return ids;
}

async function consolesOpen(): Promise<Latencies & { readonly closed: readonly number[] }> {
  return withNats(async (url) => {
    const engine = await openLinked(freshFolder('sync-a'), url, 'begin');
    const ids = await persons(engine);
    const other = await startOtherSide('console', url, freshFolder('sync-b'));
    await other.has(PERSONS);
    await viewsAtHead(engine);
    await other.shows(PERSONS);
    const commands = edits(ids);
    const closed: number[] = [];
    for (let n = 1; n <= CLOSED; n += 1) {
      const sentAt = clock();
      await engine.call('commands.submit', commands.next().value);
      closed.push((await other.reached(PERSONS + n)) - sentAt);
    }
    const count = RATE * SECONDS;
    let refused = 0;
    const started = await atRate(count, (from, to) => {
      for (let index = from; index < to; index += 1) {
        engine.call('commands.submit', commands.next().value).catch(() => {
          refused += 1;
        });
      }
    });
    const all = PERSONS + CLOSED + count;
    await other.has(all);
    await other.shows(all);
    const { marks, shown: views } = await other.end();
    await engine.close();
    return {
      log: openLoopLatencies(started, count, PERSONS + CLOSED, marks),
      views: openLoopLatencies(started, count, PERSONS + CLOSED, views),
      lost: refused + all - (marks.at(-1)?.count ?? 0),
      closed,
    };
  });
}

async function bareOpen(
  bodies: readonly BareMessage[],
): Promise<Latencies & { readonly closed: readonly number[] }> {
  return withNats(async (url) => {
    const connection = await bareConnect(url);
    await createBareStream(connection);
    const raw = openRawLog(join(freshFolder('sync-bare-a'), 'log.db'), 800_000);
    const other = await startOtherSide('bare', url, freshFolder('sync-bare-b'));
    const publisher = new BarePublisher(connection);
    const send = (from: number, to: number): void => {
      raw.append(to - from);
      for (let index = from; index < to; index += 1) {
        const { subject, body } = bodies[index % PERSONS] ?? { subject: '', body: '' };
        publisher.publish({ subject, body, id: `${index}` });
      }
    };
    const closed: number[] = [];
    for (let n = 0; n < CLOSED; n += 1) {
      const sentAt = clock();
      send(n, n + 1);
      closed.push((await other.reached(n + 1)) - sentAt);
    }
    const count = RATE * SECONDS;
    const started = await atRate(count, (from, to) => send(CLOSED + from, CLOSED + to));
    await other.has(CLOSED + count);
    const { marks } = await other.end();
    await connection.close();
    raw.close();
    const all = count + CLOSED;
    return {
      log: openLoopLatencies(started, count, CLOSED, marks),
      views: [],
      lost: all - publisher.acknowledged,
      closed,
    };
  });
}

async function roundTripFigures({ messages }: Waiting): Promise<Figure[]> {
  const bare = await bareOpen(messages);
  const ours = await consolesOpen();
  const [bareP95, oursP95, viewsP95] = [bare.log, ours.log, ours.views].map((list) => percentile(list, 0.95));
  const all = shown(RATE * SECONDS);
  return [
    {
      name: 'Committed here, on the disk there, one after the other: median',
      value: median(ours.closed) / median(bare.closed),
      unit: 'x',
      goal: { most: 1.5 },
      compared: `${shown(median(ours.closed))} ms beside ${shown(median(bare.closed))} ms of the bare script`,
      dominates: 'Two syncs of a disk and the server between them.',
    },
    {
      name: `${shown(RATE)} events/s for ${SECONDS} s, from due here to on the disk there: 95th percentile`,
      value: (oursP95 ?? 0) / (bareP95 ?? 1),
      unit: 'x',
      goal: { most: 1.5 },
      compared: `${shown(oursP95 ?? 0)} ms beside ${shown(bareP95 ?? 0)} ms; ${ours.lost} of ${all} lost, bare ${bare.lost}; shown in lists after ${shown(viewsP95 ?? 0)} ms`,
      dominates:
        'Three processes on the processors there are: deciding, syncing, the server, and taking in twice.',
    },
  ];
}

export async function syncFigures(): Promise<Figure[]> {
  const waiting = await offlineFolder();
  return [await drainFigure(waiting), await catchUpFigure(waiting), ...(await roundTripFigures(waiting))];
}
