import { parseArgs } from 'node:util';
import { runBaselines } from './cases/baselines.ts';
import { commandFigures } from './cases/commands.ts';
import { grownLogFigures } from './cases/grown-log.ts';
import { rebuildFigures } from './cases/rebuild.ts';
import { syncFigures } from './cases/sync.ts';
import { windowFigures } from './cases/window.ts';
import type { Figure } from './measure.ts';
import { report, save } from './report.ts';

const suites: Readonly<Record<string, () => Promise<Figure[]>>> = {
  commands: commandFigures,
  'grown-log': grownLogFigures,
  rebuild: rebuildFigures,
  sync: syncFigures,
  window: windowFigures,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' } },
});
const isWhole = positionals.length === 0;
const chosen = isWhole ? Object.keys(suites) : positionals;
const isJson = values.json === true;
const out = isJson ? process.stderr : process.stdout;
const figures: Figure[] = [];
for (const name of chosen) {
  const suite = suites[name];
  if (suite === undefined) {
    process.stderr.write(`There is no bench ${name}. There are: ${Object.keys(suites).join(', ')}.\n`);
    process.exit(2);
  }
  const found = await suite();
  report(found, out);
  figures.push(...found);
}
const baselines = isWhole ? runBaselines() : [];
for (const { script, text } of baselines) out.write(`\n${script}\n${text}\n`);
if (isJson) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
// A page with some of the figures would pass for all of them.
if (isWhole) save(figures, baselines);
