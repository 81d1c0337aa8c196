import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { openBenchEngine, pour } from '../bench-engine.ts';
import { freshFolder } from '../folders.ts';
import { type Figure, interleaved, paired, perSecond, shown } from '../measure.ts';
import { openRawLog, type RawLog } from '../raw-log.ts';
import { createPerson, type SampleCommand } from '../sample-commands.ts';

const ROUNDS = 9;

/** Made beforehand, as the rows of the raw log are: what is measured begins where a command is submitted. */
function newPersons(count: number): SampleCommand[] {
  return Array.from({ length: count }, (_, n) => createPerson(uuidv7(), n));
}

async function engineRate(callers: number, count: number): Promise<number> {
  const engine = openBenchEngine(freshFolder('commands'));
  const ms = await pour(engine, callers, newPersons(count).values());
  await engine.close();
  return perSecond(count, ms);
}

function rawRate(count: number, write: (raw: RawLog) => void): number {
  const raw = openRawLog(join(freshFolder('raw'), 'log.db'));
  const started = performance.now();
  write(raw);
  const ms = performance.now() - started;
  raw.close();
  return perSecond(count, ms);
}

function rawCommits(batch: number, count: number): number {
  return rawRate(count, (raw) => {
    for (let done = 0; done < count; done += batch) raw.append(batch);
  });
}

function rawInserts(count: number, isReserved: boolean): number {
  return rawRate(count, (raw) => {
    if (isReserved) raw.reserve();
    for (let done = 0; done < count; done += 1) raw.insertEvent();
  });
}

const ONE_EVENT =
  'One sync per command on both sides; the rest is four rows more, deciding, encoding and one turn of the loop.';
const ALL_ROWS =
  'One sync per command on both sides; the rest is deciding, encoding and one turn of the loop.';
const FILLED_UP =
  'The engine fills its own log up too, after 256 groups. The bare side writes a quarter of the pages and does nothing between them.';

async function aloneFigures(): Promise<{ readonly rawOne: number; readonly figures: readonly Figure[] }> {
  const one = await paired(
    ROUNDS,
    () => rawInserts(3000, false),
    () => engineRate(1, 3000),
  );
  const { rawReserved = 0, rawOne = 0 } = await interleaved(ROUNDS, {
    rawReserved: () => rawInserts(3000, true),
    rawOne: () => rawCommits(1, 3000),
  });
  const beside = (base: number, what: string) =>
    `${shown(one.ours)} commands/s beside ${shown(base)} ${what}`;
  const figures: readonly Figure[] = [
    {
      name: 'One durable command, in the engine thread, submitted to committed',
      value: one.ratio,
      unit: 'x',
      goal: { least: 0.75 },
      compared: beside(one.raw, 'bare inserts/s of one event'),
      dominates: ONE_EVENT,
    },
    {
      name: 'One durable command beside all that it writes',
      value: one.ours / rawOne,
      unit: 'x',
      goal: null,
      compared: beside(rawOne, 'bare transactions/s of the same five rows'),
      dominates: ALL_ROWS,
    },
    {
      name: 'One durable command beside one event, its write-ahead log filled up beforehand',
      value: one.ours / rawReserved,
      unit: 'x',
      goal: null,
      compared: beside(rawReserved, 'bare inserts/s of one event'),
      dominates: FILLED_UP,
    },
  ];
  return { rawOne, figures };
}

async function manyFigures(rawOne: number): Promise<readonly Figure[]> {
  const many = await paired(
    ROUNDS,
    () => rawCommits(100, 30_000),
    () => engineRate(256, 30_000),
  );
  return [
    {
      name: '256 callers beside one naive caller',
      value: many.ours / rawOne,
      unit: 'x',
      goal: { least: 8 },
      compared: `${shown(many.ours)} commands/s beside ${shown(rawOne)} one by one`,
      dominates: 'CPU: schema check, decision, JSON and five inserts a command. The disk waits.',
    },
    {
      name: '256 callers beside bare batches of 100',
      value: many.ratio,
      unit: 'x',
      goal: { least: 0.6 },
      compared: `${shown(many.ours)} commands/s beside ${shown(many.raw)} bare commits/s in batches of 100`,
      dominates: 'CPU: what the engine does beside the inserts, and the views that catch up in between.',
    },
  ];
}

/** Commands on a new log: alone, and with many callers. */
export async function commandFigures(): Promise<Figure[]> {
  const { rawOne, figures } = await aloneFigures();
  return [...figures, ...(await manyFigures(rawOne))];
}
