import type { RequestReason } from '../../../../domain/contract/requests.ts';
import type { ProcedureOutput, ProcedureParsed } from '../../../../domain/contract/procedures.ts';
import { fromBlob } from '../uuid-blob.ts';
import type { QueryContext } from './query-context.ts';

interface Row {
  readonly number: number;
  readonly sequence: number;
  readonly subject: string;
  readonly reason: RequestReason;
  readonly code: string;
  readonly message: string;
  readonly commandId: Buffer | null;
  readonly type: string | null;
  readonly actor: string | null;
  readonly deliveries: number;
  readonly sentAt: number;
  readonly recordedAt: number;
  readonly body: string;
  readonly isCut: number;
}

/** What is shown of a body in a list of them. */
const SHOWN = 16 * 1024;

const PAGE = `SELECT number, sequence, subject, reason, code, message, command_id AS commandId, type, actor, deliveries,
    sent_at AS sentAt, recorded_at AS recordedAt, substr(body, 1, ${SHOWN}) AS body, length(body) > ${SHOWN} AS isCut
  FROM refused_requests WHERE number < ? ORDER BY number DESC LIMIT ?`;
const TOTAL = 'SELECT count(*) AS n FROM refused_requests';

/** Commands of other systems that were not carried out, the newest first. */
export function listRefusedRequests(
  context: QueryContext,
  { before, limit }: ProcedureParsed<'link.requests'>,
): ProcedureOutput<'link.requests'> {
  const rows = context.statement<Row>('log', PAGE).all(before ?? Number.MAX_SAFE_INTEGER, limit);
  return {
    rows: rows.map(({ commandId, sentAt, recordedAt, isCut, ...row }) => ({
      ...row,
      commandId: commandId === null ? null : fromBlob(commandId),
      sentAt: new Date(sentAt).toISOString(),
      recordedAt: new Date(recordedAt).toISOString(),
      isCut: isCut === 1,
    })),
    next: rows.length === limit ? (rows.at(-1)?.number ?? null) : null,
    total: context.statement<{ n: number }>('log', TOTAL).get()?.n ?? 0,
  };
}
