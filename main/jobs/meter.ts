import type { JobProgress } from '../../domain/contract/jobs.ts';

interface Sample {
  readonly at: number;
  readonly done: number;
}

/** The rate is that of the last seconds: what was slow at the beginning says nothing about the end. */
const WINDOW_MS = 5000;
/** Before this time a rate is a guess. */
const SETTLED_MS = 500;

/** How far work is, how fast it goes, how long it takes still. Milliseconds in, seconds out. */
export class Meter {
  readonly #now: () => number;
  #samples: Sample[];
  #done = 0;
  #total: number | null = null;

  constructor(now: () => number) {
    this.#now = now;
    this.#samples = [{ at: now(), done: 0 }];
  }

  set(done: number, total: number | null): void {
    const at = this.#now();
    this.#done = done;
    this.#total = total;
    this.#samples.push({ at, done });
    const first = this.#samples.findIndex((sample) => at - sample.at <= WINDOW_MS);
    if (first > 1) this.#samples = this.#samples.slice(first - 1);
  }

  progress(): JobProgress {
    const perSecond = this.#perSecond();
    const left = this.#total === null ? null : Math.max(0, this.#total - this.#done);
    return {
      done: this.#done,
      total: this.#total,
      perSecond: perSecond === null ? null : Math.round(perSecond),
      secondsLeft: perSecond === null || left === null ? null : Math.ceil(left / perSecond),
    };
  }

  #perSecond(): number | null {
    const [first] = this.#samples;
    const last = this.#samples.at(-1);
    if (first === undefined || last === undefined || last.at - first.at < SETTLED_MS) return null;
    const rate = ((last.done - first.done) * 1000) / (last.at - first.at);
    return rate > 0 ? rate : null;
  }
}
