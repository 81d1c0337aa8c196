import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { personSortSchema } from '../../domain/contract/procedures.ts';
import '../../e2e/harness/bridge.ts';
import { type OpenConsole, openConsole } from '../../e2e/harness/launch.ts';
import { openBenchEngine, viewsAtHead } from '../bench-engine.ts';
import { benchRoot, freshFolder } from '../folders.ts';
import { type Figure, median, percentile, shown } from '../measure.ts';
import { sampleLog } from '../sample-logs.ts';

/** Of each kind, in each round. */
const CALLS = 120;
const ROUNDS = 5;
const STARTS = 5;
const SORTS = personSortSchema.options;

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

/** Milliseconds of page after page, as somebody scrolls through a whole list. */
async function scrollTimes(open: OpenConsole, sort: string, pages: number): Promise<number[]> {
  return open.page.evaluate(
    async ([order, count]) => {
      const times: number[] = [];
      for (let page = 0; page < count; page += 1) {
        const started = performance.now();
        const input = { sort: order, limit: 100, offset: page * 100 };
        const reply = await window.personConsole.invoke('persons.list', input);
        times.push(performance.now() - started);
        if (!reply.ok) throw new Error(reply.error.message);
      }
      return times;
    },
    [sort, pages] as const,
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

async function listTimes(open: OpenConsole): Promise<number[]> {
  const first = (index: number) => ({ sort: SORTS[index % SORTS.length], limit: 100 });
  const times = await callTimes(
    open,
    'persons.list',
    Array.from({ length: CALLS }, (_, index) => first(index)),
  );
  for (const sort of SORTS) times.push(...(await scrollTimes(open, sort, CALLS / SORTS.length)));
  return times;
}

function searchTimes(open: OpenConsole): Promise<number[]> {
  const input = (index: number) => ({ text: WORDS[index % WORDS.length], limit: 100 });
  return callTimes(
    open,
    'persons.search',
    Array.from({ length: CALLS }, (_, index) => input(index)),
  );
}

async function pageFigures(): Promise<Figure[]> {
  const data = await ready(await sampleLog(100_000, 6));
  const open = await openConsole({ data, user: freshFolder('window-user') });
  try {
    const lists: number[][] = [];
    const searches: number[][] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const [list, search] = [await listTimes(open), await searchTimes(open)];
      // The first round warms up.
      if (round === 0) continue;
      lists.push(list);
      searches.push(search);
    }
    return [
      figure(
        'List page of 100 rows at 100k persons, first and later pages, p95 from IPC call to answer',
        lists,
        10,
        'Counting the rows for the total, then crossing three threads.',
      ),
      figure(
        'Search at 100k persons, p95 from IPC call to answer',
        searches,
        30,
        'Ranking the hits (at most 10,000 of them).',
      ),
    ];
  } finally {
    await open.close();
  }
}

/** The middle one of the rounds' 95th percentiles: a slow moment of the machine is in one of them. */
function figure(name: string, rounds: readonly number[][], most: number, dominates: string): Figure {
  const times = rounds.flat();
  return {
    name,
    value: median(rounds.map((round) => percentile(round, 0.95))),
    unit: 'ms',
    goal: { most },
    compared: `p50 ${shown(median(times))} ms over ${times.length} calls in ${rounds.length} rounds`,
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

/** Made ready for a window: views at the head, an operator known. */
async function ready(folder: string): Promise<string> {
  const engine = openBenchEngine(folder);
  await viewsAtHead(engine);
  await engine.call('operator.set', { name: 'Bench' });
  await engine.close();
  return folder;
}

async function startFigures(): Promise<Figure[]> {
  const empty = await ready(freshFolder('start-empty'));
  const grown = await ready(await sampleLog(50_000, 20));
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
