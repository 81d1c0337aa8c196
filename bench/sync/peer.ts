import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openLinked } from './linked-engine.ts';
import { openRawLog } from '../raw-log.ts';
import { BARE_STREAM, bareConnect, bareFollow } from './bare-link.ts';
import type { Mark, PeerMessage } from './other-side.ts';

/** The other side, in a process of its own: notes how many commits it has on its disk, and when. */
const [role = '', url = '', folder = ''] = process.argv.slice(2);
const marks: Mark[] = [];
const shown: Mark[] = [];
let live = false;
const wanted = new Map<Mark[], number>();

function send(message: PeerMessage): void {
  process.send?.(message);
}

function note(list: Mark[], count: number): void {
  const mark = { count, at: Number(process.hrtime.bigint()) / 1e6 };
  list.push(mark);
  if (live && list === marks) send({ kind: 'mark', ...mark });
  look(list);
}

/** What was wanted is told once. */
function look(list: Mark[]): void {
  const count = wanted.get(list);
  if (count === undefined || (list.at(-1)?.count ?? 0) < count) return;
  wanted.delete(list);
  send({ kind: 'done' });
}

async function followAsConsole(): Promise<() => Promise<void>> {
  const engine = await openLinked(folder, url, 'join', (push) => {
    if (push.name === 'log.appended') note(marks, push.payload.position);
    if (push.name === 'views.advanced') note(shown, push.payload.position);
  });
  return () => engine.close();
}

/** A batch of what has come is inserted with each turn of the loop, durably, as the product does it. */
async function followBare(): Promise<() => Promise<void>> {
  const raw = openRawLog(join(folder, 'log.db'), 800_000);
  const connection = await bareConnect(url);
  let [count, waiting] = [0, 0];
  const flush = (): void => {
    raw.append(waiting);
    count += waiting;
    waiting = 0;
    note(marks, count);
  };
  await bareFollow(connection, BARE_STREAM, (body) => {
    JSON.parse(body);
    waiting += 1;
    if (waiting === 1) setImmediate(flush);
  });
  return async () => {
    await connection.close();
    raw.close();
  };
}

const close = await (role === 'console' ? followAsConsole() : followBare());
interface Asked {
  readonly want?: number;
  readonly wantShown?: number;
  readonly live?: boolean;
  readonly end?: true;
}

/** What was there before it was asked for is told as well. */
function goLive(wanted: boolean): void {
  live = wanted;
  const last = marks.at(-1);
  if (live && last !== undefined) send({ kind: 'mark', ...last });
}

function wants(list: Mark[], count: number | undefined): void {
  if (count === undefined) return;
  wanted.set(list, count);
  look(list);
}

process.on('message', (asked: Asked) => {
  if (asked.live !== undefined) goLive(asked.live);
  wants(marks, asked.want);
  wants(shown, asked.wantShown);
  if (asked.end === true) void end();
});
send({ kind: 'ready' });

async function end(): Promise<void> {
  send({ kind: 'marks', marks, shown });
  await close();
  await wait(50);
  process.exit(0);
}
