import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { tempFolder } from '../../testing/temp-folder.ts';
import { EXIT } from '../output.ts';
import { recordedOutput, verbContext } from '../testing/verb-context.ts';
import { benchAt, endOf } from './bench.ts';

/** Nothing is asked of an engine. */
function runAt(script: string, ...suites: readonly string[]) {
  const session = { kind: 'own', call: vi.fn(), close: vi.fn() } as const;
  return benchAt(script).run(verbContext(['bench', ...suites], session, recordedOutput().output));
}

it('says so where the bench cannot be started at all', async () => {
  const child = spawn(join(import.meta.dirname, 'no-such-program'));
  await expect(endOf(child)).rejects.toMatchObject({
    error: {
      code: 'bench-not-started',
      kind: 'terminal',
      message: expect.stringContaining('ENOENT') as string,
    },
  });
});

it.each([
  [0, EXIT.done],
  [1, EXIT.refused],
  [2, EXIT.wrongUse],
  [7, EXIT.refused],
])('passes exit code %i of the bench on as %i', async (code, passed) => {
  expect(await endOf(spawn(process.execPath, ['-e', `process.exit(${code})`]))).toBe(passed);
});

it('is part of a checkout: elsewhere it says so', async () => {
  await expect(runAt(join(tempFolder(), 'bench.mjs'))).rejects.toMatchObject({
    error: {
      code: 'bench-not-here',
      kind: 'wrong-use',
      message: expect.stringContaining('Run it in a checkout') as string,
    },
  });
});

it('hands the suites on, and asks for figures as JSON', async () => {
  const folder = tempFolder();
  const [script, told] = [join(folder, 'bench.mjs'), join(folder, 'told.json')];
  writeFileSync(
    script,
    `import { writeFileSync } from 'node:fs';
writeFileSync(${JSON.stringify(told)}, JSON.stringify(process.argv.slice(2)));`,
  );
  expect(await runAt(script, 'writes', 'reads')).toBe(EXIT.done);
  expect(JSON.parse(readFileSync(told, 'utf8'))).toEqual(['--json', 'writes', 'reads']);
});

it('that is ended by a signal was not done', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const ended = endOf(child);
  child.kill('SIGKILL');
  expect(await ended).toBe(EXIT.refused);
});
