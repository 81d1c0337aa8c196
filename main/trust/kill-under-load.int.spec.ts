import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../testing/temp-folder.ts';
import type { CrashTask } from './testing/crash-child.ts';
import { parseTold, randomOf } from './testing/crash-script.ts';
import { runs } from './testing/long-runs.ts';
import { expectExactlyOnce, expectNothingLost } from './testing/look-inside.ts';
import { type Started, startScript } from './testing/start-process.ts';

const child = join(import.meta.dirname, 'testing/crash-child.ts');

/** Reads what the child tells up to a line, lets a moment pass, and kills it. Answers all that it had told. */
async function killAt(started: Started, line: number, momentMs: number): Promise<string[]> {
  const lines: string[] = [];
  while (lines.length < line) {
    const next = await started.next();
    expect(next).not.toBeNull();
    lines.push(next ?? '');
  }
  setTimeout(() => started.kill('SIGKILL'), momentMs);
  const ended = await started.end();
  expect(ended).toMatchObject({ signal: 'SIGKILL', words: '' });
  return [...lines, ...ended.lines];
}

/** As people have it, and so small that a checkpoint follows the other. */
const checkpoints = [
  { when: 'the usual checkpoints', checkpointPages: 8000 },
  { when: 'one checkpoint after the other', checkpointPages: 8 },
];
const seeds = Array.from({ length: runs(5) }, (_, index) => index + 1);
const cases = checkpoints.flatMap((each) => seeds.map((seed) => ({ ...each, seed })));

describe('a process that is killed with 256 commands in flight and views being rebuilt', () => {
  it.each(cases)(
    'loses nothing that it had acknowledged, twice in a row, with seed $seed ($when)',
    async ({ seed, checkpointPages }) => {
      const folder = tempFolder();
      const random = randomOf(seed);
      const told: string[] = [];
      for (const round of [1, 2]) {
        const task: CrashTask = { kind: 'load', folder, seed: seed * 2 + round, checkpointPages };
        const started = startScript(child, [JSON.stringify(task)]);
        told.push(...(await killAt(started, 300 + Math.floor(random() * 2000), random() * 15)));
      }
      const { sent, answered } = parseTold(told);
      expect(answered.filter(({ status }) => status === 'accepted').length).toBeGreaterThan(10);
      const console = await expectNothingLost(folder, answered);
      await expectExactlyOnce(console, sent, answered);
    },
  );
});
