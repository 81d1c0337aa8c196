/**
 * An example of feeding a foreign source to the command line: turns the public us-legislators data (one person per
 * line of JSON) into commands for `batch`. Ids are derived from the source's own, so running it twice changes nothing.
 *
 *   node scripts/examples/us-legislators.ts FILE > commands.jsonl
 *   npm run -s cli -- batch --data DIR < commands.jsonl > outcomes.jsonl
 *   node scripts/examples/us-legislators.ts FILE --table outcomes.jsonl
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { factsOf } from './us-legislators-facts.ts';
import { toCommands } from './us-legislators-commands.ts';
import { printTable } from './us-legislators-table.ts';
import type { Legislator } from './us-legislators-source.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { table: { type: 'string' } } });
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
const facts = legislators.flatMap((legislator) => factsOf(legislator, lastStart));

if (values.table === undefined) {
  for (const command of legislators.flatMap((each) => toCommands(each, lastStart))) {
    process.stdout.write(`${JSON.stringify(command)}\n`);
  }
} else {
  printTable(facts, linesOf(values.table));
}
