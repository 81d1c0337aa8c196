import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../../testing/temp-folder.ts';
import { cliScript, start, type Started } from './start-process.ts';

/** One system call. `file`: the path behind its first argument. */
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

const CALL = /^(\d+) +(\w+)\(\d+<([^>]*)>(?:, "((?:[^"\\]|\\.)*)")?.*(?:\) += (.*)|<unfinished \.\.\.>)$/;
const RESUMED = /^(\d+) +<\.\.\. \w+ resumed>.*\) += (.*)$/;

interface Line {
  readonly thread: string;
  readonly call: SystemCall;
  readonly unfinished: boolean;
}

function parseLine(line: string): Line | null {
  const match = CALL.exec(line);
  if (match === null) return null;
  const [, thread = '', name = '', file = '', text = '', result] = match;
  return { thread, call: { name, file, text, result: result ?? '' }, unfinished: result === undefined };
}

/**
 * The calls in the order in which they ended. A call during which another thread made one stands on two lines. Output
 * counts from its beginning: nobody can say when its reader saw it, only that it was not before.
 */
export function parseTrace(text: string): SystemCall[] {
  const waiting = new Map<string, SystemCall>();
  const resume = (line: string): SystemCall[] => {
    const [, thread = '', result = ''] = RESUMED.exec(line) ?? [];
    const call = waiting.get(thread);
    waiting.delete(thread);
    return call === undefined ? [] : [{ ...call, result }];
  };
  return text.split('\n').flatMap((line) => {
    const begun = parseLine(line);
    if (begun === null) return resume(line);
    if (!begun.unfinished || begun.call.name === 'write') return [begun.call];
    waiting.set(begun.thread, begun.call);
    return [];
  });
}

/** The command line under strace: what it really asks of the disk, or what the disk answers. */
export function traceCli(args: readonly string[], options: TraceOptions = {}): Traced {
  const file = join(tempFolder(), 'strace');
  const traced = ['fdatasync', 'fsync', 'write', 'writev', 'pwrite64', 'ftruncate'].join(',');
  const inject = options.inject === undefined ? [] : ['-e', `inject=${options.inject}`];
  const switches = ['-f', '-y', '-s', '60', '-e', `trace=${traced}`, ...inject, '-o', file];
  const started = start('strace', [...switches, process.execPath, cliScript, ...args]);
  return { ...started, calls: () => parseTrace(readFileSync(file, 'utf8')) };
}
