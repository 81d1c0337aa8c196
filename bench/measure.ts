import { execFileSync } from 'node:child_process';

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

type Measured = () => number | Promise<number>;

/** What the case before has left to the disk and to the collector is not the next one's work. */
async function measured(run: Measured): Promise<number> {
  execFileSync('sync');
  globalThis.gc?.();
  return await run();
}

/**
 * Runs the cases in turn, round after round, so that a slow moment of the machine hits all of them alike. A first round
 * warms up and does not count: a console runs for hours.
 */
export async function interleaved(
  rounds: number,
  cases: Readonly<Record<string, Measured>>,
): Promise<Record<string, number>> {
  const results = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, run] of Object.entries(cases)) {
      const value = await measured(run);
      if (round > 0) results.set(name, [...(results.get(name) ?? []), value]);
    }
  }
  return Object.fromEntries([...results].map(([name, values]) => [name, median(values)]));
}

export interface Pair {
  readonly raw: number;
  readonly ours: number;
  /** Ours to raw, each round's by itself: what a machine does from one minute to the next is in both of them. */
  readonly ratio: number;
}

/** Ours right after raw, round after round; medians. The first round warms up. */
export async function paired(rounds: number, raw: Measured, ours: Measured): Promise<Pair> {
  const pairs: Pair[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const [before, after] = [await measured(raw), await measured(ours)];
    if (round > 0) pairs.push({ raw: before, ours: after, ratio: after / before });
  }
  return {
    raw: median(pairs.map((pair) => pair.raw)),
    ours: median(pairs.map((pair) => pair.ours)),
    ratio: median(pairs.map((pair) => pair.ratio)),
  };
}

export interface Goal {
  readonly least?: number;
  readonly most?: number;
}

/** One line of the report. `value` is the ratio (or the time) that the goal is about. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'x' | 'ms';
  readonly goal: Goal | null;
  /** What was compared, with the figures. */
  readonly compared: string;
  /** What the time goes into. */
  readonly dominates: string;
}

export function meets({ value, goal }: Figure): boolean | null {
  if (goal === null) return null;
  return (
    value >= (goal.least ?? Number.NEGATIVE_INFINITY) && value <= (goal.most ?? Number.POSITIVE_INFINITY)
  );
}

export function perSecond(count: number, ms: number): number {
  return (count * 1000) / ms;
}

export function shown(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en-US');
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
