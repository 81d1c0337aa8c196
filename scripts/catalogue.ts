// `npm run catalogue` writes docs/catalogue.md from the definitions; `-- --check` only compares.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { catalogue } from './catalogue/catalogue.ts';

const root = join(import.meta.dirname, '..');
const file = join(root, 'docs', 'catalogue.md');

function firstDifference(before: string, after: string): number {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  return fresh.findIndex((line, index) => line !== old[index]) + 1 || fresh.length + 1;
}

function check(page: string): number {
  const stored = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (stored === page) return 0;
  process.stderr.write(
    `docs/catalogue.md is out of date from line ${firstDifference(stored, page)} on. Run \`npm run catalogue\` and commit the result.\n`,
  );
  return 1;
}

function write(page: string): number {
  writeFileSync(file, page);
  process.stderr.write(`docs/catalogue.md: ${page.split('\n').length - 1} lines\n`);
  return 0;
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const page = catalogue(root);
process.exitCode = values.check ? check(page) : write(page);
