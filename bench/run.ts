import { parseArgs } from 'node:util';
import { commandFigures } from './cases/commands.ts';
import { grownLogFigures } from './cases/grown-log.ts';
import { rebuildFigures } from './cases/rebuild.ts';
import { windowFigures } from './cases/window.ts';
import type { Figure } from './measure.ts';
import { report } from './report.ts';

const suites: Readonly<Record<string, () => Promise<Figure[]>>> = {
  commands: commandFigures,
  'grown-log': grownLogFigures,
  rebuild: rebuildFigures,
  window: windowFigures,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, save: { type: 'boolean' } },
});
const chosen = positionals.length > 0 ? positionals : Object.keys(suites);
const figures: Figure[] = [];
for (const name of chosen) {
  const suite = suites[name];
  if (suite === undefined) {
    process.stderr.write(`There is no bench ${name}. There are: ${Object.keys(suites).join(', ')}.\n`);
    process.exit(2);
  }
  figures.push(...(await suite()));
}
report(figures, { json: values.json === true, save: values.save === true || positionals.length === 0 });
