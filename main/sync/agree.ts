import type { Permission } from '../../domain/contract/link.ts';
import type { SyncLog } from '../../domain/ports/sync-log.ts';
import type { BrokerConnection, BrokerLog } from './broker.ts';
import { asksToBegin, asksToJoin, logLost, otherInstallation } from './link-failures.ts';

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
  if (sides.theirs === null || log === null || !hasHistory(log, sync)) return fill(sides, log, options);
  if (sides.ours === null) join(sides.theirs, options);
  return log;
}

/** One in which everything has grown too old goes on where it was: it has lost nothing that was to be kept. */
function hasHistory({ messages, isAging, lastSequence }: BrokerLog, sync: SyncLog): boolean {
  return messages > 0 || (isAging && lastSequence >= Math.max(1, sync.position()));
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
  return log ?? { firstSequence: 1, lastSequence: 0, messages: 0, isAging: false };
}
