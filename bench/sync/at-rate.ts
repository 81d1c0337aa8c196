import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { clock, type Mark } from './other-side.ts';

/** Commits before those at a rate: one after the other, each once the one before it is there. */
export const CLOSED = 1000;
/** Commits a second. */
export const RATE = 10_000;
export const SECONDS = Number(process.env['BENCH_SYNC_SECONDS'] ?? 60);

/** Milliseconds from due to there. */
export interface Latencies {
  /** One after the other. */
  readonly closed: readonly number[];
  readonly log: readonly number[];
  readonly views: readonly number[];
  readonly lost: number;
}

/** What is due from one moment on at a fixed rate, a turn of the loop at a time. Answers when it began. */
export async function atRate(count: number, send: (from: number, to: number) => void): Promise<number> {
  const started = clock();
  for (let sent = 0; sent < count; ) {
    const due = Math.min(count, Math.floor(((clock() - started) * RATE) / 1000));
    if (due > sent) send(sent, due);
    // Whoever looks all the time takes the processor from those who work.
    await (due > sent ? turn() : wait(1));
    sent = Math.max(sent, due);
  }
  return started;
}

/** From the moment at which each was due to the one at which it was there; the first tenth warms up. */
export function openLoopLatencies(
  started: number,
  count: number,
  before: number,
  marks: readonly Mark[],
): number[] {
  const latencies: number[] = [];
  let next = 0;
  for (const mark of marks) {
    for (; next < Math.min(count, mark.count - before); next += 1) {
      if (next >= count / 10) latencies.push(mark.at - (started + (next * 1000) / RATE));
    }
  }
  return latencies;
}
