import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EXIT } from '../output.ts';
import { endOf } from './bench.ts';

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
