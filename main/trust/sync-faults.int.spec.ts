import { afterAll, describe, expect, it } from 'vitest';
import { type PlanResult, runFaultPlan } from './testing/installation/fault-plan.ts';
import { runs } from './testing/long-runs.ts';

/** `npm run soak` goes on with ever new ones. */
const FIRST = Number(process.env['PERSON_CONSOLE_FIRST_SEED'] ?? '1');
const SEEDS = Array.from({ length: runs(20) }, (_, index) => FIRST + index);
const results: PlanResult[] = [];

function total(name: keyof PlanResult): number {
  return results.reduce((sum, result) => sum + result[name], 0);
}

describe('consoles and a server that are killed, cut off and set back', () => {
  // Two or five of them. What a plan does follows from its seed; how its processes interleave does not.
  it.each(SEEDS)(
    'agree with the broker in the end, nothing lost and nothing twice: plan %i',
    async (seed) => {
      results.push(
        await runFaultPlan({ seed, members: seed % 5 === 0 ? 5 : 2, steps: seed % 5 === 0 ? 40 : 30 }),
      );
    },
  );

  afterAll(() => {
    if (results.length !== SEEDS.length) return;
    const names = [
      'kills',
      'serverKills',
      'restored',
      'rebased',
      'conflicts',
      'voids',
      'steppedBack',
    ] as const;
    const words = names.map((name) => `${name} ${total(name)}`).join(', ');
    process.stdout.write(`Fault plans: ${results.length}, acknowledged ${total('acknowledged')}, ${words}\n`);
    for (const name of names) expect(total(name), name).toBeGreaterThan(0);
  });
});
