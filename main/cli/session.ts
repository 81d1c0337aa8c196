import { userInfo } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import type { ProcedureName } from '../../domain/contract/procedures.ts';
import { viewsRead } from '../../domain/contract/views-read.ts';
import { userActor } from '../boot/actor.ts';
import { type ConsoleEngine, createConsoleEngine, createReader, type Reader } from '../boot/compose.ts';
import type { Report } from '../ipc/console-error.ts';
import { createRouter, type Router } from '../ipc/router.ts';
import { listenOnSocket, type SocketServer } from '../ipc/socket-server.ts';
import { type DataFolder, dataFolderAt, requireLog } from '../store/data-folder.ts';
import { awaitsRestore } from '../store/sqlite/restore.ts';
import { type OwnJobs, ownJobs, refuse } from './own-jobs.ts';
import { resuming } from './resuming.ts';
import type { Session } from './session-port.ts';
import { connectSocket } from './socket-client.ts';

export interface SessionOptions {
  readonly dataFolder: string;
  readonly productVersion: string;
  readonly report: Report;
  /** Whether a folder may be made, or must hold a log: a path that is mistyped would be an empty log in good order. */
  readonly needsLog?: boolean;
  /** How long to try, where another program has the folder and does not answer. */
  readonly patienceMs?: number;
  /** How long a console that was reached may give no sign of life while it is asked something. */
  readonly silenceMs?: number;
}

const PATIENCE_MS = 3000;
/** An engine in a process of its own takes steps of seconds at most, between which it answers. */
const SILENCE_MS = 60_000;
const RETRY_MS = 25;
const SHORTEST_WAIT_MS = 250;

/** The account may have no name: a container can run under any number. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
}

interface Parts {
  readonly engine: ConsoleEngine;
  readonly reader: Reader;
  readonly jobs: OwnJobs;
}

function routerOf({ engine: own, reader, jobs }: Parts, report: Report): Router {
  const { engine, store, viewsAtLeast, call } = own;
  const query = async (name: ProcedureName, input: unknown): Promise<unknown> => {
    const { atLeast } = input as { readonly atLeast?: number };
    const views = viewsRead(name, input);
    // Whoever asks on the command line means everything that was written before, or wants to hear why not.
    engine.catchUp();
    const position = atLeast ?? (views === null ? 0 : store.log.head());
    await viewsAtLeast({ position, views });
    return reader.call(name, input);
  };
  const host = (name: ProcedureName): unknown =>
    name === 'engine.status' || name === 'engine.restart' ? { state: 'running', error: null } : refuse();
  return createRouter({ engine: call, query, jobs: jobs.call, console: host }, report);
}

function openReader(engine: ConsoleEngine, dataFolder: string): Reader {
  try {
    return createReader({ dataFolder });
  } catch (error) {
    void engine.close();
    throw error;
  }
}

/** Not every disk can hold a socket. Without one the work goes on, only nobody can join in. */
async function tryToListen(path: string, router: Router, report: Report): Promise<SocketServer | null> {
  try {
    return await listenOnSocket(path, router);
  } catch (error) {
    report('socket', error);
    return null;
  }
}

function checkLog(folder: DataFolder): void {
  if (!awaitsRestore(folder)) requireLog(folder);
}

async function openOwn(options: SessionOptions): Promise<Session> {
  const { dataFolder, report } = options;
  if (options.needsLog === true) checkLog(dataFolderAt(dataFolder));
  const engine = createConsoleEngine({
    dataFolder,
    productVersion: options.productVersion,
    runtime: `Node ${process.versions.node}`,
    defaultActor: userActor(accountName()),
    onPush: () => undefined,
  });
  const reader = openReader(engine, dataFolder);
  const jobs = ownJobs(dataFolder, engine, report);
  const router = routerOf({ engine, reader, jobs }, report);
  const server = await tryToListen(dataFolderAt(dataFolder).socket, router, report);
  return {
    kind: 'own',
    call: (procedure, input) => router({ trusted: true, procedure, input }),
    close: async () => {
      await server?.close();
      await jobs.close();
      await reader.close();
      await engine.close();
    },
  };
}

/** Null where another program has the folder. */
async function tryOwn(options: SessionOptions): Promise<Session | null> {
  try {
    return await openOwn(options);
  } catch (error) {
    if (error instanceof ConsoleFailure && error.error.code === 'data-folder-in-use') return null;
    throw error;
  }
}

/** Null where nobody answers. */
async function tryConsole(socket: string, timeoutMs: number, silenceMs: number): Promise<Session | null> {
  try {
    const client = await connectSocket(socket, timeoutMs, silenceMs);
    return { kind: 'console', call: client.call, close: async () => client.close() };
  } catch {
    return null;
  }
}

/** Of somebody who has the folder and says nothing. */
export function heldFailure(dataFolder: string): ConsoleFailure {
  const message = `${dataFolder} is in use by a program that does not answer. Close it, or wait until it is done.`;
  return failure('retryable', 'data-folder-held', message, { dataFolder });
}

/** Whether a console that has the folder answers. */
export async function isAnswered(dataFolder: string): Promise<boolean> {
  const session = await tryConsole(dataFolderAt(dataFolder).socket, PATIENCE_MS, SILENCE_MS);
  await session?.close();
  return session !== null;
}

/** Whoever has the folder may be about to listen, or about to be done: so both doors are tried for a while. */
async function openDirectly(options: SessionOptions): Promise<Session> {
  const { path, socket } = dataFolderAt(options.dataFolder);
  const { patienceMs = PATIENCE_MS, silenceMs = SILENCE_MS } = options;
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const left = Math.max(deadline - performance.now(), SHORTEST_WAIT_MS);
    const session = (await tryOwn(options)) ?? (await tryConsole(socket, left, silenceMs));
    if (session !== null) return session;
    if (performance.now() >= deadline) break;
    await delay(RETRY_MS);
  }
  throw heldFailure(path);
}

/** Opens the data folder, or reaches the console that has it open. Throws `data-folder-held` where neither can be. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const session = await openDirectly(options);
  return session.kind === 'own' ? session : resuming(session, () => openDirectly(options), options.report);
}
