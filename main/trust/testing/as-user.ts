import Database from 'better-sqlite3';
import { createOutput } from '../../cli/output.ts';
import { runCli } from '../../cli/run-cli.ts';

/**
 * The command line as another user: `as-user.ts UID VERB …`. Everything that it needs is loaded before, since that user
 * may not be able to read the program; nothing is opened before.
 */
const [, , user = '', ...argv] = process.argv;
new Database(':memory:').close();
process.setgroups?.([]);
process.setgid?.(Number(user));
process.setuid?.(Number(user));

process.exitCode = await runCli({
  argv,
  input: process.stdin,
  output: createOutput(process.stdout, process.stderr),
  productVersion: '0.0.0',
  report: (where, thrown) => void process.stderr.write(`${where}: ${String(thrown)}\n`),
  interruption: () => new AbortController().signal,
});
