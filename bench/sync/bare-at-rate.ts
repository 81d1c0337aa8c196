import { join } from 'node:path';
import { freshFolder } from '../folders.ts';
import { openRawLog } from '../raw-log.ts';
import { atRate, CLOSED, type Latencies, openLoopLatencies, RATE, SECONDS } from './at-rate.ts';
import { type BareMessage, BarePublisher, bareConnect, createBareStream } from './bare-link.ts';
import { PERSONS } from './offline-folder.ts';
import { clock, startOtherSide } from './other-side.ts';
import { withNats } from './with-nats.ts';

/** From bare inserts here over a bare publisher to bare inserts in another process. */
export async function bareAtRate(bodies: readonly BareMessage[]): Promise<Latencies> {
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
