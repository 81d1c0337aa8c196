/**
 * An example of feeding a foreign source to the command line: turns the public us-legislators data (one person per
 * line of JSON) into commands for `batch`. Ids are derived from the source's own, so running it twice changes nothing.
 *
 *   node scripts/examples/us-legislators.ts FILE > commands.jsonl
 *   npm run -s cli -- batch --data DIR < commands.jsonl > outcomes.jsonl
 *   npm run -s cli -- export --data DIR > events.jsonl
 *   node scripts/examples/us-legislators.ts FILE --outcomes outcomes.jsonl --events events.jsonl
 *
 * The last one compares the source with what the console has, and ends with 1 where that does not add up.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { toCommands } from './us-legislators-commands.ts';
import { tableOf } from './us-legislators-table.ts';
import type { Legislator } from './us-legislators-source.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { outcomes: { type: 'string' }, events: { type: 'string' } },
});
const [file] = positionals;
if (file === undefined) {
  process.stderr.write('Say which file to read: node scripts/examples/us-legislators.ts FILE\n');
  process.exit(2);
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

const legislators = linesOf(file).map((line) => JSON.parse(line) as Legislator);
const lastStart = legislators
  .flatMap(({ terms }) => terms.map(({ start }) => start))
  .reduce((a, b) => (a > b ? a : b), '');

if (values.outcomes === undefined || values.events === undefined) {
  for (const command of legislators.flatMap((each) => toCommands(each, lastStart))) {
    process.stdout.write(`${JSON.stringify(command)}\n`);
  }
} else {
  const outcomes = linesOf(values.outcomes);
  const events = linesOf(values.events);
  const { lines, faults } = tableOf({ legislators, outcomes, events });
  for (const line of lines) process.stdout.write(`${line}\n`);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
