import { v7 as uuidv7 } from 'uuid';
import type { ConsoleEngine } from '../../main/boot/compose.ts';
import { pour, viewsAtHead } from '../bench-engine.ts';
import { freshFolder } from '../folders.ts';
import { createPerson, laterCommand, type SampleCommand } from '../sample-commands.ts';
import { atRate, CLOSED, type Latencies, openLoopLatencies, RATE, SECONDS } from './at-rate.ts';
import { isDone, linkUntil, openLinked } from './linked-engine.ts';
import { PERSONS } from './offline-folder.ts';
import { clock, startOtherSide } from './other-side.ts';
import { withNats } from './with-nats.ts';

function* edits(ids: readonly string[]): Generator<SampleCommand, never> {
  for (let round = 5; ; round += 1) for (const [n, id] of ids.entries()) yield laterCommand(id, n, round);
}

async function persons(engine: ConsoleEngine): Promise<readonly string[]> {
  const ids = Array.from({ length: PERSONS }, () => uuidv7());
  await pour(engine, 256, ids.map((id, n) => createPerson(id, n)).values());
  await linkUntil(engine, isDone);
  return ids;
}

/** From the engine here to the one of another console in another process. */
export async function consolesAtRate(): Promise<Latencies> {
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
