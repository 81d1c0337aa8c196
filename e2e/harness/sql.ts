import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { root } from './runtime.ts';

const SCRIPT = `
  const db = new (require('better-sqlite3'))(process.argv[1], { timeout: 5000 });
  db.exec(process.argv[2]);
  db.close();
`;

/** Carries out SQL in a process of its own, beside whoever has the file open: damage from outside, and its repair. */
export async function sqlIn(file: string, statements: string): Promise<void> {
  await promisify(execFile)(process.execPath, ['-e', SCRIPT, file, statements], { cwd: root });
}
