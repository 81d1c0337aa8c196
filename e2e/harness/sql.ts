import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from './runtime.ts';

const SCRIPT = `
  const db = new (require('better-sqlite3'))(process.argv[1], { timeout: 5000 });
  if (process.argv[3] === 'ask') process.stdout.write(String(db.prepare(process.argv[2]).pluck().get()));
  else db.exec(process.argv[2]);
  db.close();
`;

async function run(...args: readonly string[]): Promise<string> {
  return (await promisify(execFile)(process.execPath, ['-e', SCRIPT, ...args], { cwd: root })).stdout;
}

/** Carries out SQL in a process of its own, beside whoever has the file open: damage from outside, and its repair. */
export async function sqlIn(file: string, statements: string): Promise<void> {
  await run(file, statements);
}

/** The first value that a query answers, asked from outside as well. */
export function valueIn(file: string, query: string): Promise<string> {
  return run(file, query, 'ask');
}
