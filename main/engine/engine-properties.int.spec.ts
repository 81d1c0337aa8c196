import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Outcome, Submission } from '../../domain/contract/commands.ts';
import { ConsoleFailure } from '../../domain/contract/errors.ts';
import { commandSequence, personIds, type Submitted } from '../../domain/testing/arbitraries.ts';
import { NOW } from '../../domain/testing/recorded.ts';
import { run, type Step } from '../../domain/testing/world.ts';
import { personViews } from '../store/sqlite/views/person-views.ts';
import { testClock } from '../testing/test-clock.ts';
import { openTestConsole, type TestConsole } from '../testing/test-console.ts';

const RUNS = 12;

function submissionOf({ type, data, commandId }: Submitted): Submission {
  return { type, data: data as Submission['data'], commandId };
}

async function inFolder(work: (open: () => TestConsole) => Promise<void>): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'person-console-test-'));
  const opened: TestConsole[] = [];
  const open = (): TestConsole => {
    const console = openTestConsole({ dataFolder, clock: testClock(NOW) });
    opened.push(console);
    return console;
  };
  try {
    await work(open);
  } finally {
    for (const console of opened) await console.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** In groups of the given sizes, one after the other; what cannot be read at all counts as refused. */
async function carryOut(
  console: TestConsole,
  commands: readonly Submitted[],
  sizes: readonly number[],
): Promise<readonly Outcome['status'][]> {
  const statuses: Outcome['status'][] = [];
  let from = 0;
  for (let group = 0; from < commands.length; group += 1) {
    const size = sizes[group % sizes.length] ?? 1;
    const outcomes = commands.slice(from, from + size).map(async (command) => {
      try {
        return (await console.submit(submissionOf(command))).status;
      } catch (error) {
        if (error instanceof ConsoleFailure) return 'rejected';
        throw error;
      }
    });
    statuses.push(...(await Promise.all(outcomes)));
    from += size;
  }
  console.engine.engine.catchUp();
  return statuses;
}

async function everything(console: TestConsole): Promise<unknown> {
  const persons = personIds.map(async (personId) => {
    const found = await console.ask('persons.get', { personId }).catch(() => null);
    const timeline = await console.ask('persons.timeline', { personId }).catch(() => null);
    return [found, timeline];
  });
  const list = await console.ask('persons.list', { sort: 'updated', descending: true });
  const counts = await console.ask('persons.counts', { components: true });
  const pairs = await console.ask('persons.duplicates', {});
  return [list, counts, pairs, await Promise.all(persons)];
}

function eventsIn(step: Step | undefined): number {
  return step?.decision.accepted === true ? step.decision.events.length : 0;
}

const groupSizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 });

describe('whatever commands come, in whatever groups', () => {
  test.prop([commandSequence, groupSizes], { numRuns: RUNS })(
    'each is decided as if it were alone, the log and the views verify, and a restart changes nothing',
    (commands, sizes) =>
      inFolder(async (open) => {
        const console = open();
        const statuses = await carryOut(console, commands, sizes);

        const { steps } = run(commands);
        expect(statuses).toEqual(steps.map(({ decision }) => (decision.accepted ? 'accepted' : 'rejected')));
        expect((await console.ask('log.verify')).findings).toEqual([]);

        const before = await everything(console);
        await console.close();
        const restarted = open();
        expect(await everything(restarted)).toEqual(before);
        // Whoever missed the answers sends what was written again.
        const written = commands.filter((_, index) => eventsIn(steps[index]) > 0);
        expect(new Set(await carryOut(restarted, written, sizes))).toEqual(new Set(['accepted']));
        expect(await everything(restarted)).toEqual(before);
      }),
  );

  test.prop([commandSequence, groupSizes], { numRuns: RUNS })(
    'views that were built again, or filled anew, show the same',
    (commands, sizes) =>
      inFolder(async (open) => {
        const console = open();
        await carryOut(console, commands, sizes);
        const before = await everything(console);

        for (const { name } of personViews) await console.ask('views.rebuild', { view: name });
        expect(await everything(console)).toEqual(before);

        await console.close();
        rmSync(console.engine.store.folder.views);
        const refilled = open();
        refilled.engine.engine.catchUp();
        expect(await everything(refilled)).toEqual(before);
        expect(await refilled.ask('log.verify')).toMatchObject({ ok: true });
      }),
  );
});
