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
  /** As strace has it: `fdatasync:error=EIO:when=3`, `pwrite64:signal=SIGKILL:when=20`. */
  readonly inject?: string;
  /** Only calls on this file are seen, counted and interfered with. */
  readonly path?: string;
}

const CALL = /^(\d+) +(\w+)\(\d+<([^>]*)>(?:, "((?:[^"\\]|\\.)*)")?.*(?:\) += (.*)|<unfinished \.\.\.>)$/;
/** One write of several texts, which stands for as many writes: a reader that is slow gets them together. */
const PARTS = /iov_base="((?:[^"\\]|\\.)*)"(?:\.\.\.)?(?:, iov_len=(\d+))?/g;
const RESUMED = /^(\d+) +<\.\.\. \w+ resumed>.*\) += (.*)$/;

/** Those that were begun: what a slow reader had no room for is written once more, and counts then. */
function partsOf(call: SystemCall, line: string, result = call.result): SystemCall[] {
  if (call.name === 'write' && result.startsWith('-1')) return [];
  if (call.name !== 'writev') return [call];
  let left = /^-?\d+/.test(result) ? Number.parseInt(result, 10) : Number.POSITIVE_INFINITY;
  return [...line.matchAll(PARTS)].flatMap(([, text = '', length = '0']) => {
    const begun = left > 0;
    left -= Number(length);
    return begun ? [{ ...call, text }] : [];
  });
}

/** What a call that stands on two lines has come to. */
function resultAfter(lines: readonly string[], index: number, thread: string): string | undefined {
  for (let at = index + 1; at < lines.length; at += 1) {
    const [, resumed, result] = RESUMED.exec(lines[at] ?? '') ?? [];
    if (resumed === thread) return result;
  }
  return undefined;
}

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
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const begun = parseLine(line);
    if (begun === null) return resume(line);
    if (!begun.unfinished) return partsOf(begun.call, line);
    if (begun.call.name.startsWith('write'))
      return partsOf(begun.call, line, resultAfter(lines, index, begun.thread));
    waiting.set(begun.thread, begun.call);
    return [];
  });
}

const TRACED = ['fdatasync', 'fsync', 'write', 'writev', 'pwrite64', 'ftruncate', 'statfs'].join(',');

/** A script of ours under strace: what it really asks of the disk, or what the disk answers. */
export function traceScript(script: string, args: readonly string[], options: TraceOptions = {}): Traced {
  const file = join(tempFolder(), 'strace');
  const inject = options.inject === undefined ? [] : ['-e', `inject=${options.inject}`];
  const path = options.path === undefined ? [] : ['-P', options.path];
  const switches = ['-f', '-y', '-v', '-s', '60', '-e', `trace=${TRACED}`, ...inject, ...path, '-o', file];
  const started = start('strace', [...switches, process.execPath, script, ...args]);
  return { ...started, calls: () => parseTrace(readFileSync(file, 'utf8')) };
}

export function traceCli(args: readonly string[], options?: TraceOptions): Traced {
  return traceScript(cliScript, args, options);
}
