import type { ProcedureName } from '../../../../domain/contract/procedures.ts';
import { viewsRead } from '../../../../domain/contract/views-read.ts';
import type { QueryContext } from './query-context.ts';

/** How far every view that an answer is read from has come: what one of them has not seen, the answer does not show. */
export function seenBy(context: QueryContext, name: ProcedureName, input: unknown): number {
  return Math.min(...(viewsRead(name, input) ?? []).map((view) => context.position(view)));
}
