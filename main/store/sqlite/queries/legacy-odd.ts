import type { ProcedureOutput, ProcedureParsed } from '../../../../domain/contract/procedures.ts';
import type { QueryContext } from './query-context.ts';

interface OddRow {
  readonly sequence: number;
  readonly subject: string;
  readonly reason: string;
  readonly detail: string;
  readonly receivedAt: number;
  readonly body: string;
}

const ODD = `SELECT sequence, subject, reason, detail, received_at AS receivedAt, body FROM legacy_odd
  WHERE sequence < ? ORDER BY sequence DESC LIMIT ?`;
const TOTAL = 'SELECT count(*) AS n FROM legacy_odd';

/** Messages of the former system that could not be taken, the newest first. */
export function listLegacyOdd(
  context: QueryContext,
  { before, limit }: ProcedureParsed<'legacy.odd'>,
): ProcedureOutput<'legacy.odd'> {
  const rows = context.statement<OddRow>('log', ODD).all(before ?? Number.MAX_SAFE_INTEGER, limit);
  return {
    rows: rows.map((row) => ({ ...row, receivedAt: new Date(row.receivedAt).toISOString() })),
    next: rows.length === limit ? (rows.at(-1)?.sequence ?? null) : null,
    total: context.statement<{ n: number }>('log', TOTAL).get()?.n ?? 0,
  };
}
