import type { Permission } from '../../domain/contract/link.ts';
import type { SyncLog } from '../../domain/ports/sync-log.ts';
import { readMessage } from '../../domain/sync/commit-message.ts';
import type { BrokerConnection, BrokerLog } from './broker.ts';
import { asksToBegin, asksToJoin, beginningMissing, logLost, otherInstallation } from './link-failures.ts';

export interface AgreementOptions {
  readonly connection: BrokerConnection;
  readonly sync: SyncLog;
  readonly allowed: ReadonlySet<Permission>;
  readonly newId: () => string;
}

/** Whose log each side holds; null where nobody has said so. */
interface Sides {
  readonly ours: string | null;
  readonly theirs: string | null;
}

function refuseOthers({ ours, theirs }: Sides): void {
  if (ours !== null && theirs !== null && ours !== theirs) throw otherInstallation(ours, theirs);
}

/**
 * Whose log this is, and whether it may be joined: nothing is sent anywhere before that is clear. Rejects with what a person
 * has to decide.
 */
export async function agreeOnInstallation(options: AgreementOptions): Promise<BrokerLog> {
  const { connection, sync } = options;
  const sides = { ours: sync.installation(), theirs: await connection.installation() };
  refuseOthers(sides);
  const log = await connection.log();
  const isFilled = log !== null && log.messages > 0;
  if (sides.theirs === null || !isFilled) return fill(sides, log, options);
  if (sides.ours === null) join(sides.theirs, options);
  return log;
}

function join(installation: string, { sync, allowed }: AgreementOptions): void {
  const { commits } = sync.waiting();
  if (commits > 0 && !allowed.has('join')) throw asksToJoin(installation, commits);
  sync.bind(installation);
}

/** A broker without a log, or with an empty one, gets what is here only where somebody has said so. */
function askWhetherToFill({ ours, theirs }: Sides, { sync, allowed }: AgreementOptions): void {
  if (sync.position() > 0) {
    if (!allowed.has('fill')) throw logLost();
  } else if (ours === null && theirs === null && !allowed.has('begin')) throw asksToBegin();
}

async function fill(sides: Sides, log: BrokerLog | null, options: AgreementOptions): Promise<BrokerLog> {
  const { connection, sync, newId } = options;
  askWhetherToFill(sides, options);
  const theirs = sides.theirs ?? (await connection.bind(sides.ours ?? newId()));
  refuseOthers({ ...sides, theirs });
  if (sides.theirs === null && sides.ours === null) sync.bind(theirs);
  else if (sides.ours === null) join(theirs, options);
  return begin(connection, log);
}

/** What is numbered before it was emptied: nobody who joins later misses it. */
async function begin(connection: BrokerConnection, log: BrokerLog | null): Promise<BrokerLog> {
  if (log === null) await connection.createLog();
  await connection.noteBeginning((log?.lastSequence ?? 0) + 1);
  return log ?? { firstSequence: 1, lastSequence: 0, messages: 0 };
}

/** Whether a message of this sequence is there and carries this commit. */
export async function isOnBroker(
  connection: BrokerConnection,
  sequence: number,
  commitId: string,
): Promise<boolean> {
  const message = await connection.read(sequence);
  if (message === null) return false;
  const read = readMessage(message.body, message.subject);
  return read.ok && read.commit.commitId === commitId;
}

const MAX_STEP = 10;
/** Messages before one that is the same which have to be the same, too. */
const LOOKED_AT = 64;

/**
 * Whether the broker has the same up to here. After it lost its tail, a message that others sent again may come to stand in
 * its old place by chance, behind others than before: it alone says nothing.
 */
async function isSameUpTo(
  sequence: number,
  { connection, sync, first }: { connection: BrokerConnection; sync: SyncLog; first: number },
): Promise<boolean> {
  const asked: Promise<boolean>[] = [];
  let at = sync.confirmedAtMost(sequence);
  while (at !== null && asked.length < LOOKED_AT && (asked.length === 0 || at.sequence >= first)) {
    asked.push(isOnBroker(connection, at.sequence, at.commitId));
    at = sync.confirmedAtMost(at.sequence - 1);
  }
  return (await Promise.all(asked)).every(Boolean);
}

/**
 * The last sequence up to which the broker has what was taken in from it: it may have lost its tail, or may have been
 * restored from an older copy and have grown again. Most often one question shows that all is well; else it is looked
 * for in growing steps backwards.
 */
export async function findCommonGround(
  connection: BrokerConnection,
  sync: SyncLog,
  { firstSequence, lastSequence, messages }: BrokerLog,
): Promise<number> {
  const position = sync.position();
  if (messages === 0) return 0;
  const isWhole = firstSequence <= position + 1 || firstSequence <= (await connection.beginning());
  if (!isWhole) throw beginningMissing(firstSequence, position);
  let candidate = sync.confirmedAtMost(Math.min(position, lastSequence));
  for (let step = 0; candidate !== null; step += 1) {
    const { sequence } = candidate;
    if (await isSameUpTo(sequence, { connection, sync, first: firstSequence })) return sequence;
    candidate = sync.confirmedAtMost(sequence - 2 ** Math.min(step, MAX_STEP));
  }
  return 0;
}
