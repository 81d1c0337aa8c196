import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../../testing/temp-folder.ts';
import { cliScript, start, type Started } from './start-process.ts';

/** One system call that ended, in the order in which they did. `file`: the path behind its first argument. */
export interface SystemCall {
  readonly name: string;
  readonly file: string;
  /** The text of a write, shortened; empty for others. */
  readonly text: string;
  readonly result: string;
}

export interface Traced extends Started {
  /** Once it has ended. */
  readonly calls: () => SystemCall[];
}

export interface TraceOptions {
  /** As strace has it: `fdatasync:error=EIO:when=3`. */
  readonly inject?: string;
}

const CALL = /^\d+ +(\w+)\(\d+<([^>]*)>(?:, "((?:[^"\\]|\\.)*)")?.*\) += (.*)$/;

function parse(text: string): SystemCall[] {
  return text.split('\n').flatMap((line) => {
    const match = CALL.exec(line);
    if (match === null) return [];
    const [, name = '', file = '', written = '', result = ''] = match;
    return [{ name, file, text: written, result }];
  });
}

/** The command line under strace: what it really asks of the disk, or what the disk answers. */
export function traceCli(args: readonly string[], options: TraceOptions = {}): Traced {
  const file = join(tempFolder(), 'strace');
  const traced = ['fdatasync', 'fsync', 'write', 'writev', 'pwrite64', 'ftruncate'].join(',');
  const inject = options.inject === undefined ? [] : ['-e', `inject=${options.inject}`];
  const switches = ['-f', '-y', '-s', '60', '-e', `trace=${traced}`, ...inject, '-o', file];
  const started = start('strace', [...switches, process.execPath, cliScript, ...args]);
  return { ...started, calls: () => parse(readFileSync(file, 'utf8')) };
}
