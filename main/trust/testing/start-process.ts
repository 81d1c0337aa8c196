import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readLines } from '../../ipc/lines.ts';

export const root = join(import.meta.dirname, '../../..');
export const cliScript = join(root, 'scripts/cli.mjs');
/** Children start twice as fast where what they load is compiled already. */
const environment = { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled') };

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly lines: readonly string[];
  readonly words: string;
}

export interface Started {
  readonly process: ChildProcess;
  readonly pid: number;
  /** The next line of standard output; null at its end. */
  readonly next: () => Promise<string | null>;
  readonly write: (line: string) => void;
  /** Ends standard input and waits for the end, with all that was not read by `next`. */
  readonly end: (input?: string | Buffer) => Promise<Ended>;
  readonly kill: (signal: NodeJS.Signals) => void;
}

export interface StartOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
}

/** Starts a program; it is ended with the test, should it still run then. */
export function start(command: string, args: readonly string[], options: StartOptions = {}): Started {
  const env = { ...environment, ...options.env };
  const child = spawn(command, args, { stdio: 'pipe', cwd: options.cwd ?? root, env });
  const words = collect(child.stderr);
  const output = readLines(child.stdout, { maxBytes: 2 ** 28 });
  const over = new Promise<Pick<Ended, 'code' | 'signal'>>((resolve) => {
    child.once('error', () => resolve({ code: 127, signal: null }));
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  // A child that ends before it has read everything is what many tests are about.
  child.stdin.on('error', () => undefined);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    // It is not closed before all that it wrote is read.
    child.stdout.destroy();
    await over;
  });
  const next = async (): Promise<string | null> => {
    // A test that closes the pipe has read all that it wants.
    const read = await output.next().catch(() => ({ done: true as const, value: undefined }));
    if (read.done === true) return null;
    return read.value.ok ? read.value.text : `not a line: ${read.value.fault}`;
  };
  return {
    process: child,
    pid: child.pid ?? -1,
    next,
    write: (line) => void child.stdin.write(`${line}\n`),
    end: async (input) => {
      child.stdin.end(input);
      const lines: string[] = [];
      for (let line = await next(); line !== null; line = await next()) lines.push(line);
      return { ...(await over), lines, words: words() };
    },
    kill: (signal) => void child.kill(signal),
  };
}

/** A script of ours on the Node that runs the tests. */
export function startScript(script: string, args: readonly string[], options?: StartOptions): Started {
  return start(process.execPath, [script, ...args], options);
}

/** The command line as people start it, up to npm. */
export function startCli(args: readonly string[], options?: StartOptions): Started {
  return startScript(cliScript, args, options);
}

export function runCliProcess(
  args: readonly string[],
  input: string | Buffer = '',
  options?: StartOptions,
): Promise<Ended> {
  return startCli(args, options).end(input);
}

/** Runs tasks a few at a time: as many as a small machine has processors. */
export async function inTurns<T, R>(
  tasks: readonly T[],
  run: (task: T) => Promise<R>,
  width = 2,
): Promise<R[]> {
  const results: R[] = [];
  const queue = tasks.entries();
  const worker = async (): Promise<void> => {
    for (const [index, task] of queue) results[index] = await run(task);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
