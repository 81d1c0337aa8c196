import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { openBenchEngine, pour } from '../bench-engine.ts';
import { freshFolder } from '../folders.ts';
import { type Figure, interleaved, perSecond, shown } from '../measure.ts';
import { openRawLog } from '../raw-log.ts';
import { createPerson, type SampleCommand } from '../sample-commands.ts';

const ROUNDS = 5;

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

function rawRate(batch: number, count: number): number {
  const raw = openRawLog(join(freshFolder('raw'), 'log.db'));
  const started = performance.now();
  for (let done = 0; done < count; done += batch) raw.append(batch);
  const ms = performance.now() - started;
  raw.close();
  return perSecond(count, ms);
}

/** Commands on a new log: alone, and with many callers. */
export async function commandFigures(): Promise<Figure[]> {
  const { rawHundred = 0, engineMany = 0 } = await interleaved(ROUNDS, {
    rawHundred: () => rawRate(100, 30_000),
    engineMany: () => engineRate(256, 30_000),
  });
  const { rawOne = 0, engineOne = 0 } = await interleaved(ROUNDS, {
    rawOne: () => rawRate(1, 3000),
    engineOne: () => engineRate(1, 3000),
  });
  return [
    {
      name: 'One durable command, in the engine thread, submitted to committed',
      value: engineOne / rawOne,
      unit: 'x',
      goal: { least: 0.75 },
      compared: `${shown(engineOne)} commands/s beside ${shown(rawOne)} bare transactions/s of the same rows`,
      dominates:
        'One fdatasync per command on both sides; the rest is deciding, encoding and one turn of the loop.',
    },
    {
      name: '256 callers beside one naive caller',
      value: engineMany / rawOne,
      unit: 'x',
      goal: { least: 8 },
      compared: `${shown(engineMany)} commands/s beside ${shown(rawOne)} one by one`,
      dominates: 'CPU: schema check, decision, JSON and five inserts a command. The disk waits.',
    },
    {
      name: '256 callers beside bare batches of 100',
      value: engineMany / rawHundred,
      unit: 'x',
      goal: { least: 0.6 },
      compared: `${shown(engineMany)} commands/s beside ${shown(rawHundred)} bare commits/s in batches of 100`,
      dominates: 'CPU: what the engine does beside the inserts, and the views that catch up in between.',
    },
  ];
}
