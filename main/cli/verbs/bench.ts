import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from '../../../domain/contract/errors.ts';
import { EXIT, type ExitCode } from '../output.ts';
import type { Verb } from '../verb.ts';

/** The bench's own, as far as they mean the same. */
const exitCodes = new Map<number | null, ExitCode>([
  [0, EXIT.done],
  [2, EXIT.wrongUse],
]);

/** Rejects where the process could not even be started. */
export function endOf(child: ChildProcess): Promise<ExitCode> {
  return new Promise((resolve, reject) => {
    child.once('error', (cause: NodeJS.ErrnoException) => {
      const message = `The bench could not be started (${cause.code ?? cause.message}). Check that there is memory left and that Node may be run.`;
      reject(failure('terminal', 'bench-not-started', message));
    });
    child.once('exit', (code) => resolve(exitCodes.get(code) ?? EXIT.refused));
  });
}

/** The bench that stands at this path, where it is there. */
export function benchAt(script: string): Verb {
  return {
    usage: 'bench [SUITE …]',
    summary: 'Measure this machine beside the raw limits of SQLite (only in a checkout of the source)',
    help: ['Runs in folders of its own. Words go to standard error, the figures as JSON to standard output.'],
    positionals: { least: 0, most: 10 },
    run: async ({ arguments: { positionals } }) => {
      if (!existsSync(script)) {
        throw failure(
          'wrong-use',
          'bench-not-here',
          'The bench belongs to the source code and is not part of this installation. Run it in a checkout.',
        );
      }
      const child = spawn(process.execPath, [script, '--json', ...positionals], { stdio: 'inherit' });
      return endOf(child);
    },
  };
}

/** Sees to a build and a display before it measures. */
export const bench = benchAt(join(import.meta.dirname, '../../../scripts/bench.mjs'));
