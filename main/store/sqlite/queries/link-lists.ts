import type { ProcedureOutput, ProcedureParsed } from '../../../../domain/contract/procedures.ts';
import { categoryOf, idOf } from '../../../../domain/kernel/ids.ts';
import { createNameReader } from '../names.ts';
import { fromBlob } from '../uuid-blob.ts';
import { personNames } from './event-rows.ts';
import type { QueryContext } from './query-context.ts';

interface WaitingRow {
  readonly number: number;
  readonly streamId: string;
  readonly recordedAt: number;
  readonly type: number;
  readonly position: number;
}

const WAITING = `SELECT c.number, s.name AS streamId, c.recorded_at AS recordedAt, e.type, e.position
  FROM outbox o JOIN commits c ON c.number = o.commit_number JOIN streams s ON s.id = c.stream
  JOIN events e ON e.position = c.first_event WHERE o.commit_number > ? ORDER BY o.commit_number LIMIT ?`;

/** What waits to go out, the oldest first. */
export function listWaiting(
  context: QueryContext,
  { after, limit }: ProcedureParsed<'link.waiting'>,
): ProcedureOutput<'link.waiting'> {
  const names = createNameReader(context.log);
  const nameOf = personNames(context);
  const rows = context.statement<WaitingRow>('log', WAITING).all(after ?? 0, limit);
  const last = rows.at(-1);
  return {
    rows: rows.map(({ streamId, recordedAt, type, position }) => ({
      streamId,
      personId: categoryOf(streamId) === 'person' ? idOf(streamId) : null,
      displayName: nameOf(streamId),
      type: names.nameOf(type),
      position,
      recordedAt: new Date(recordedAt).toISOString(),
    })),
    next: rows.length === limit && last !== undefined ? last.number : null,
  };
}

interface OddRow {
  readonly sequence: number;
  readonly subject: string;
  readonly commitId: Buffer | null;
  readonly reason: string;
  readonly detail: string;
  readonly receivedAt: number;
  readonly body: string;
}

const ODD = `SELECT sequence, subject, commit_id AS commitId, reason, detail, received_at AS receivedAt, body
  FROM odd_messages WHERE sequence < ? ORDER BY sequence DESC LIMIT ?`;

/** Messages that were no commits, the newest first. */
export function listOdd(
  context: QueryContext,
  { before, limit }: ProcedureParsed<'link.odd'>,
): ProcedureOutput<'link.odd'> {
  const rows = context.statement<OddRow>('log', ODD).all(before ?? Number.MAX_SAFE_INTEGER, limit);
  const total =
    context.statement<{ n: number }>('log', 'SELECT count(*) AS n FROM odd_messages').get()?.n ?? 0;
  return {
    rows: rows.map(({ commitId, receivedAt, ...row }) => ({
      ...row,
      commitId: commitId === null ? null : fromBlob(commitId),
      receivedAt: new Date(receivedAt).toISOString(),
    })),
    next: rows.length === limit ? (rows.at(-1)?.sequence ?? null) : null,
    total,
  };
}
