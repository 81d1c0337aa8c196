const OVER_MS = 5000;

export interface Pace {
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
}

/** Of nothing that is under way. */
export const NO_PACE: Pace = { perSecond: null, secondsLeft: null };

/** How much came per second over the last seconds. */
export class Rate {
  #samples: { readonly at: number; readonly count: number }[] = [];

  add(count: number, now: number): void {
    this.#samples.push({ at: now, count });
    while ((this.#samples[0]?.at ?? now) < now - OVER_MS) this.#samples.shift();
  }

  /** How fast it goes, and how long the rest takes: both null as long as too little has come to tell. */
  pace(left: number, now: number): Pace {
    const perSecond = this.#perSecond(now);
    return { perSecond, secondsLeft: perSecond ? Math.ceil(left / perSecond) : null };
  }

  #perSecond(now: number): number | null {
    const [first] = this.#samples;
    const elapsed = first === undefined ? 0 : now - first.at;
    if (elapsed < 500) return null;
    return Math.round((this.#samples.reduce((sum, { count }) => sum + count, 0) * 1000) / elapsed);
  }
}
