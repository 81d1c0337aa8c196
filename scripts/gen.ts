// `npm run gen -- command NAME` and `npm run gen -- event TYPE` write the beginning of a command, of an event, or of
// the next version of an event that there is. Each comes with a spec that fails and says what to fill in.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Change, GenError } from './gen/edits.ts';
import { plan } from './gen/plan.ts';
import { run, tool } from './setup/run.mjs';

const root = join(import.meta.dirname, '..');

const USAGE = `npm run gen -- command NAME   a command, like CountShoes
npm run gen -- event TYPE     an event, like ShoesCounted; the next version of one that there is
npm run gen -- manifest       the digests of the fixtures, after \`today\` of some was meant to change
`;

async function write(changes: readonly Change[]): Promise<void> {
  for (const { path, content } of changes) {
    const verb = existsSync(join(root, path)) ? 'changed' : 'new    ';
    writeFileSync(join(root, path), content);
    process.stdout.write(`${verb} ${path}\n`);
  }
  const files = changes.map(({ path }) => path);
  await run(...tool('@biomejs/biome', ['format', '--write', ...files], 'biome'), { cwd: root });
}

async function main(what: string | undefined, name: string | undefined): Promise<number> {
  if (what === '--help' || what === '-h') {
    process.stdout.write(USAGE);
    return 0;
  }
  const changes = plan(root, what, name);
  if (changes === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  await write(changes);
  const spec = changes.find(({ path }) => path.endsWith('.spec.ts'))?.path;
  if (spec !== undefined) {
    process.stdout.write(`Next: npm run test:unit -- ${spec}\n`);
    process.stdout.write('When it is done: npm run catalogue\n');
  }
  return 0;
}

try {
  process.exitCode = await main(process.argv[2], process.argv[3]);
} catch (error) {
  if (!(error instanceof GenError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
