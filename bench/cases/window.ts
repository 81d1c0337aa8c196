import { rmSync } from 'node:fs';
import { join } from 'node:path';
import '../../e2e/harness/bridge.ts';
import { type OpenConsole, openConsole } from '../../e2e/harness/launch.ts';
import { openBenchEngine } from '../bench-engine.ts';
import { benchRoot, freshFolder } from '../folders.ts';
import { type Figure, median, percentile, shown } from '../measure.ts';
import { sampleLog } from '../sample-logs.ts';

const CALLS = 300;
const STARTS = 5;

/** Milliseconds from the call in the page to its answer there, through IPC, router, reader thread and back. */
async function callTimes(
  open: OpenConsole,
  procedure: string,
  inputs: readonly unknown[],
): Promise<number[]> {
  return open.page.evaluate(
    async ([name, list]) => {
      const times: number[] = [];
      for (const input of list) {
        const started = performance.now();
        const reply = await window.personConsole.invoke(name, input);
        times.push(performance.now() - started);
        if (!reply.ok) throw new Error(reply.error.message);
      }
      return times;
    },
    [procedure, inputs] as const,
  );
}

const WORDS = [
  'ada',
  'grace lov',
  'turing',
  'person.4',
  'hopper12',
  'analytical',
  'kat john',
  'mar',
  'dijk',
  'engineer compilers',
];

async function pageFigures(): Promise<Figure[]> {
  const data = await sampleLog(100_000, 6);
  const open = await openConsole({ data, user: freshFolder('window-user') });
  try {
    const first = (index: number) => ({
      sort: (['name', 'updated', 'created'] as const)[index % 3],
      limit: 100,
    });
    const lists = await callTimes(
      open,
      'persons.list',
      Array.from({ length: CALLS }, (_, index) => first(index)),
    );
    const words = Array.from({ length: CALLS }, (_, index) => ({
      text: WORDS[index % WORDS.length],
      limit: 100,
    }));
    const searches = await callTimes(open, 'persons.search', words);
    return [
      figure(
        'List page of 100 rows at 100k persons, p95 from IPC call to answer',
        lists,
        10,
        'Counting the rows for the total, then crossing three threads.',
      ),
      figure(
        'Search at 100k persons, p95 from IPC call to answer',
        searches,
        30,
        'Ranking the hits (at most 2,000 of them).',
      ),
    ];
  } finally {
    await open.close();
  }
}

function figure(name: string, times: readonly number[], most: number, dominates: string): Figure {
  const value = percentile(times, 0.95);
  return {
    name,
    value,
    unit: 'ms',
    goal: { most },
    compared: `p50 ${shown(median(times))} ms over ${times.length} calls`,
    dominates,
  };
}

async function startTime(data: string): Promise<number> {
  const user = join(benchRoot, 'start-user');
  const started = performance.now();
  const open = await openConsole({ data, user });
  const ms = performance.now() - started;
  await open.close();
  return ms;
}

async function emptyLog(): Promise<string> {
  const folder = freshFolder('start-empty');
  const engine = openBenchEngine(folder);
  await engine.call('operator.set', { name: 'Bench' });
  await engine.close();
  return folder;
}

async function namedLog(): Promise<string> {
  const folder = await sampleLog(50_000, 20);
  const engine = openBenchEngine(folder);
  await engine.call('operator.set', { name: 'Bench' });
  await engine.close();
  return folder;
}

async function startFigures(): Promise<Figure[]> {
  const empty = await emptyLog();
  const grown = await namedLog();
  const times = { empty: [] as number[], grown: [] as number[] };
  rmSync(join(benchRoot, 'start-user'), { recursive: true, force: true });
  await startTime(empty);
  for (let round = 0; round < STARTS; round += 1) {
    times.empty.push(await startTime(empty));
    times.grown.push(await startTime(grown));
  }
  return [
    {
      name: 'Start to a usable window at 1M events beside an empty log',
      value: median(times.grown) / median(times.empty),
      unit: 'x',
      goal: { most: 1.5 },
      compared: `${shown(median(times.grown))} ms beside ${shown(median(times.empty))} ms`,
      dominates:
        'Starting Electron. The log is opened at its checkpoint and nothing of it is read beforehand.',
    },
  ];
}

/** What the window sees, measured in the window. */
export async function windowFigures(): Promise<Figure[]> {
  return [...(await pageFigures()), ...(await startFigures())];
}
