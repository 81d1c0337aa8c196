import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the bench works: on the disk that BENCH_DIR names, or among the temporary files. */
export const benchRoot = process.env['BENCH_DIR'] ?? join(tmpdir(), 'person-console-bench');

export function freshFolder(name: string): string {
  const folder = join(benchRoot, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

export function keptFolder(name: string): { readonly folder: string; readonly isThere: boolean } {
  const folder = join(benchRoot, name);
  return { folder, isThere: existsSync(join(folder, 'ready')) };
}
