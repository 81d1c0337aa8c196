/**
 * An example of feeding a foreign source to the command line: turns the public us-legislators data (one person per
 * line of JSON) into commands for `batch`. Ids are derived from the source's own, so running it twice changes nothing.
 *
 *   node scripts/examples/us-legislators.ts FILE > commands.jsonl
 *   npm run -s cli -- batch --data DIR < commands.jsonl > outcomes.jsonl
 *   npm run -s cli -- export --data DIR > events.jsonl
 *   node scripts/examples/us-legislators.ts FILE --table outcomes.jsonl --events events.jsonl
 *
 * The table exits with 1 where it does not add up.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { factsOf } from './us-legislators-facts.ts';
import { toCommands } from './us-legislators-commands.ts';
import { printTable, type TableInput, tableOf, wrongRows } from './us-legislators-table.ts';
import type { Legislator } from './us-legislators-source.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { table: { type: 'string' }, events: { type: 'string' } },
});
const [file] = positionals;
if (file === undefined) {
  process.stderr.write('Say which file to read: node scripts/examples/us-legislators.ts FILE\n');
  process.exit(2);
}

function linesOf(path: string): readonly unknown[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);
}

const legislators = linesOf(file) as readonly Legislator[];
const lastStart = legislators
  .flatMap(({ terms }) => terms.map(({ start }) => start))
  .reduce((a, b) => (a > b ? a : b), '');
const facts = legislators.flatMap((legislator) => factsOf(legislator, lastStart));

if (values.table === undefined) {
  for (const command of legislators.flatMap((each) => toCommands(each, lastStart))) {
    process.stdout.write(`${JSON.stringify(command)}\n`);
  }
} else {
  if (values.events === undefined) {
    process.stderr.write('Say where the exported events stand: --events FILE\n');
    process.exit(2);
  }
  const outcomes = linesOf(values.table) as TableInput['outcomes'];
  const rows = tableOf({ facts, outcomes, events: linesOf(values.events) as TableInput['events'] });
  printTable(rows, outcomes);
  // Counted from the source itself, not by what was made of it.
  const terms = legislators.reduce((sum, { terms: own }) => sum + own.length, 0);
  const told = rows.find(({ kind }) => kind === 'Term of office')?.facts ?? 0;
  process.stdout.write(`${terms} terms of office in the file, ${told} in the table\n`);
  process.exitCode = wrongRows(rows).length === 0 && terms === told ? 0 : 1;
}
