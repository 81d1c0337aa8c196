import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { openBenchEngine, viewsAtHead } from '../bench-engine.ts';
import { freshFolder } from '../folders.ts';
import { type Figure, paired, perSecond, shown } from '../measure.ts';
import { openRawLog } from '../raw-log.ts';
import { BarePublisher, bareConnect, bareFollow, createBareStream } from '../sync/bare-link.ts';
import { isDone, linkUntil, openLinked, wayTo } from '../sync/linked-engine.ts';
import { COMMITS, offlineFolder, PERSONS, type Waiting } from '../sync/offline-folder.ts';
import { withNats } from '../sync/with-nats.ts';
import { roundTripFigures } from './round-trip.ts';

const BATCH = 500;
const PAIRS = 5;

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
      // Views of a copied log are built anew, which is nothing that sync does.
      await viewsAtHead(engine);
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

export async function syncFigures(): Promise<Figure[]> {
  const waiting = await offlineFolder();
  return [await drainFigure(waiting), await catchUpFigure(waiting), ...(await roundTripFigures(waiting))];
}
