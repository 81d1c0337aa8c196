import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOutput } from '../cli/output.ts';
import { runCli } from '../cli/run-cli.ts';
import { createReport } from './log.ts';

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  readonly version: string;
};

/** A terminal's Ctrl+C reaches us twice, directly and from the program that started us; it means one. */
const SAME_MS = 500;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The first signal asks to finish, another one ends the program at once. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  let first: number | null = null;
  const ask = (signal: NodeJS.Signals): void => {
    first ??= performance.now();
    if (performance.now() - first < SAME_MS) return controller.abort();
    for (const each of SIGNALS) process.off(each, ask);
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, ask);
  return controller.signal;
}

process.exitCode = await runCli({
  argv: process.argv.slice(2),
  input: process.stdin,
  output: createOutput(process.stdout, process.stderr),
  productVersion: manifest.version,
  report: createReport(process.stderr, () => new Date()),
  interruption,
});
// A reader that stopped listening, or standard input that stays open, must not keep us here.
process.stdin.destroy();
