import { fc } from '@fast-check/vitest';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { runs } from '../trust/testing/long-runs.ts';
import { runSchedule, type Tally } from './testing/simulation/schedule.ts';
import { SimulatedConsole } from './testing/simulation/simulated-console.ts';
import { CONSOLES, schedule } from './testing/simulation/steps.ts';

const SCHEDULES = runs(1000);

beforeEach(() => {
  vi.useFakeTimers({
    toFake: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'setImmediate',
      'clearImmediate',
      'performance',
    ],
  });
});
afterEach(() => void vi.useRealTimers());

// Where one fails, fast-check prints the seed and the shortest schedule that fails as well.
it('consoles agree with the broker, whatever the network loses, doubles, delays and cuts', {
  timeout: 600_000,
}, async () => {
  const tally: Tally = { conflicts: 0, voids: 0, steppedBack: 0, rebased: 0 };
  const consoles = Array.from({ length: CONSOLES }, (_, number) => new SimulatedConsole(number));
  onTestFinished(() => {
    for (const console of consoles) console.close();
  });
  const property = fc.asyncProperty(schedule, async (given) => {
    const one = await runSchedule(given, consoles, { advance: (ms) => void vi.advanceTimersByTime(ms) });
    for (const name of Object.keys(tally) as (keyof Tally)[]) tally[name] += one[name];
  });
  await fc.assert(property, { numRuns: SCHEDULES });
  const words = Object.entries(tally).map(([name, count]) => `${name} ${count}`);
  process.stdout.write(`Schedules: ${SCHEDULES}, ${words.join(', ')}\n`);
  for (const [name, count] of Object.entries(tally)) expect(count, name).toBeGreaterThan(0);
});
