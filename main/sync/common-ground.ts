import type { ConfirmedMessage, SyncLog } from '../../domain/ports/sync-log.ts';
import { readMessage } from '../../domain/sync/read-message.ts';
import type { BrokerConnection, BrokerLog, StoredMessage } from './broker.ts';
import { beginningMissing } from './link-failures.ts';

function carries({ body, subject }: StoredMessage, commitId: string): boolean {
  const read = readMessage(body, subject);
  return read.ok && read.commit.commitId === commitId;
}

/** Whether a message of this sequence is there and carries this commit. */
export async function isOnBroker(
  connection: BrokerConnection,
  sequence: number,
  commitId: string,
): Promise<boolean> {
  const message = await connection.read(sequence);
  return message !== null && carries(message, commitId);
}

/** The commit may be back in its old place behind others than before: the time at which it was written says so. */
async function isAsTakenIn(
  connection: BrokerConnection,
  { sequence, commitId, time }: ConfirmedMessage,
): Promise<boolean> {
  const message = await connection.read(sequence);
  if (message === null || !carries(message, commitId)) return false;
  return time === null || message.time === null || message.time === time;
}

interface Search {
  readonly connection: BrokerConnection;
  readonly sync: SyncLog;
  /** Up to here there is nothing to compare with: it is taken for the same. */
  readonly floor: number;
}

/** The same up to `same` at least, and no more so from `other` on. */
interface Bounds {
  readonly same: number;
  readonly other: number;
}

/** Steps that double: most often the last message shows that all is well, and else what was lost is most often short. */
async function stepDown(from: number, { connection, sync, floor }: Search): Promise<Bounds> {
  let other = from + 1;
  for (let step = 1; other - step > floor; step *= 2) {
    const candidate = sync.confirmedAtMost(other - step);
    if (candidate === null || candidate.sequence <= floor) break;
    if (await isAsTakenIn(connection, candidate)) return { same: candidate.sequence, other };
    other = candidate.sequence;
  }
  return { same: floor, other };
}

async function bisect({ same, other }: Bounds, { connection, sync }: Search): Promise<number> {
  let [ground, low, high] = [same, same, other];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const candidate = sync.confirmedAtMost(middle);
    if (candidate === null || candidate.sequence <= ground) low = middle;
    else if (await isAsTakenIn(connection, candidate)) [ground, low] = [candidate.sequence, middle];
    else high = candidate.sequence;
  }
  return ground;
}

/** What an administrator's limits have removed cannot be compared, and need not be: it was not written again. */
async function floorOf(connection: BrokerConnection, firstSequence: number): Promise<number> {
  if (firstSequence === 1) return 0;
  return firstSequence > (await connection.beginning()) ? firstSequence - 1 : 0;
}

/**
 * The last sequence up to which the broker has what was taken in from it: it may have lost its tail, or may have been
 * restored from an older copy and have grown again. Where a message is the one that was taken in, so are all before it.
 */
export async function findCommonGround(
  connection: BrokerConnection,
  sync: SyncLog,
  { firstSequence, lastSequence, messages, isAging }: BrokerLog,
): Promise<number> {
  const position = sync.position();
  if (messages === 0 && !isAging) return 0;
  const floor = await floorOf(connection, firstSequence);
  if (floor > position) throw beginningMissing(firstSequence, position);
  const search = { connection, sync, floor };
  return bisect(await stepDown(Math.min(position, lastSequence), search), search);
}
