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

async function aloneFigures(): Promise<{ readonly rawOne: number; readonly figures: readonly Figure[] }> {
  const rates = await interleaved(ROUNDS, {
    rawInsert: () => rawInserts(3000, false),
    rawReserved: () => rawInserts(3000, true),
    rawOne: () => rawCommits(1, 3000),
    engineOne: () => engineRate(1, 3000),
  });
  const { rawInsert = 0, rawReserved = 0, rawOne = 0, engineOne = 0 } = rates;
  const commands = `${shown(engineOne)} commands/s`;
  const figures: readonly Figure[] = [
    {
      name: 'One durable command, in the engine thread, submitted to committed',
      value: engineOne / rawInsert,
      unit: 'x',
      goal: { least: 0.75 },
      compared: `${commands} beside ${shown(rawInsert)} bare inserts/s of one event`,
      dominates:
        'One sync per command on both sides; the rest is four rows more, deciding, encoding and one turn of the loop.',
    },
    {
      name: 'One durable command beside all that it writes',
      value: engineOne / rawOne,
      unit: 'x',
      goal: null,
      compared: `${commands} beside ${shown(rawOne)} bare transactions/s of the same five rows`,
      dominates:
        'One sync per command on both sides; the rest is deciding, encoding and one turn of the loop.',
    },
    {
      name: 'One durable command beside one event, its write-ahead log filled up beforehand',
      value: engineOne / rawReserved,
      unit: 'x',
      goal: null,
      compared: `${commands} beside ${shown(rawReserved)} bare inserts/s of one event`,
      dominates:
        'The engine fills its own log up too, after 256 groups. The bare side writes a quarter of the pages and does nothing between them.',
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
