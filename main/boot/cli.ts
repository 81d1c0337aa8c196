import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOutput } from '../cli/output.ts';
import { runCli } from '../cli/run-cli.ts';
import { interruption } from './interruption.ts';
import { createReport } from './log.ts';

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  readonly version: string;
};

process.exitCode = await runCli({
  argv: process.argv.slice(2),
  input: process.stdin,
  output: createOutput(process.stdout, process.stderr),
  productVersion: manifest.version,
  report: createReport(process.stderr, () => new Date()),
  interruption: () => interruption(process),
});
// A reader that stopped listening, or standard input that stays open, must not keep us here.
process.stdin.destroy();
