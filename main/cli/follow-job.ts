import { setTimeout as delay } from 'node:timers/promises';
import type { Job } from '../../domain/contract/jobs.ts';
import { answerOf } from './ask.ts';
import { counted } from './counted.ts';
import type { Output } from './output.ts';
import type { Session } from './session-port.ts';

const FIRST_LOOK_MS = 20;
const LOOK_MS = 250;
const TELL_MS = 1000;

/** `43 %, 12000 rows, 3100 rows a second, about 12 s left`: what is known of it. */
export function progressWords({
  progress: { done, total, secondsLeft, rows },
}: Pick<Job, 'progress'>): string {
  const share = total === null || total === 0 ? null : `${Math.floor((100 * done) / total)} %`;
  const rate = rows?.perSecond ?? null;
  return [
    share,
    rows === undefined ? null : counted(rows.done, 'row'),
    rate === null ? null : `${counted(rate, 'row')} a second`,
    secondsLeft === null ? null : `about ${secondsLeft} s left`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

export interface Following {
  readonly engine: Session;
  readonly output: Output;
  /** Ends the work where it is aborted. */
  readonly stop: AbortSignal;
}

/** Waits for the end of long work and tells every second how far it is. */
export async function followJob(jobId: string, { engine, output, stop }: Following): Promise<Job> {
  let told = performance.now();
  let cancelled = false;
  for (let pause = FIRST_LOOK_MS; ; pause = Math.min(2 * pause, LOOK_MS)) {
    const job = await answerOf<Job>(engine, 'jobs.get', { jobId });
    if (job.state !== 'running') return job;
    if (stop.aborted && !cancelled) {
      cancelled = true;
      // It may have come to its end by itself.
      await engine.call('jobs.cancel', { jobId });
    }
    if (performance.now() - told >= TELL_MS) {
      told = performance.now();
      output.words(progressWords(job));
    }
    await delay(pause);
  }
}
