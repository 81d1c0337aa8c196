import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../../testing/temp-folder.ts';
import { start, type Started } from './start-process.ts';

/** A disk of some megabytes that only one process sees, and that is gone with it. */
export interface SmallDisk {
  /** Where the program finds it. */
  readonly folder: string;
  readonly start: (command: string, args: readonly string[]) => Started;
}

/** Root may mount; others may where they are root in a namespace of their own. */
const WAYS = [['--mount'], ['--user', '--map-root-user', '--mount']] as const;

/** How this machine lets us mount a disk. Throws where it does not: a test that proves nothing must not pass. */
function wayToMount(): readonly string[] {
  const works = (way: readonly string[]): boolean =>
    spawnSync('unshare', [...way, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
  const way = WAYS.find(works);
  if (way !== undefined) return way;
  throw new Error('No disk can be mounted here: run this test as root, or allow user namespaces (unshare).');
}

export function smallDisk(megabytes: number): SmallDisk {
  const way = wayToMount();
  const folder = tempFolder();
  const script = 'mount -t tmpfs -o size="$0"m,mode=0700 tmpfs "$1" && shift && exec "$@"';
  return {
    folder,
    start: (command, args) =>
      start('unshare', [...way, 'sh', '-c', script, String(megabytes), folder, command, ...args]),
  };
}

/** A file of the disk from outside: through the eyes of the process that sees it. */
export function seenBy({ pid }: Started, path: string): string {
  return `/proc/${pid}/root${path}`;
}

/** Fills the disk to its last page. Answers how to empty it again. */
export function fillUp(folder: string): () => void {
  const file = join(folder, 'filler');
  for (let size = 2 ** 20; size >= 512; ) {
    try {
      writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch {
      size /= 2;
    }
  }
  return () => rmSync(file);
}
