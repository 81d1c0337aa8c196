import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBenchEngine, pour, viewsAtHead } from './bench-engine.ts';
import { freshFolder, keptFolder } from './folders.ts';
import { sampleCommands } from './sample-commands.ts';

/** Part of the folder's name: raise it when the samples or the schema change. */
const SAMPLE = 2;

/** A data folder with `persons` persons and `rounds` events each, built through the engine and kept for the next run. */
export async function sampleLog(persons: number, rounds: number): Promise<string> {
  const name = `sample-${SAMPLE}-${persons}x${rounds}`;
  const { folder, isThere } = keptFolder(name);
  if (isThere) return folder;
  process.stderr.write(`Building a log of ${persons * rounds} events of ${persons} persons …\n`);
  freshFolder(name);
  const engine = openBenchEngine(folder);
  const ms = await pour(engine, 256, sampleCommands(persons, rounds));
  await viewsAtHead(engine);
  engine.store.logDb.pragma('wal_checkpoint(TRUNCATE)');
  await engine.close();
  writeFileSync(join(folder, 'ready'), `${ms}`);
  return folder;
}
