import type { z } from 'zod';
import type { ProcedureOutput, procedures } from '../../../../domain/contract/procedures.ts';
import type { RelatedRow } from '../../../../domain/contract/views.ts';
import { targetKey } from '../../../../domain/person/index.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { QueryContext } from './query-context.ts';

export type RelatedInput = z.output<(typeof procedures)['persons.relatedTo']['input']>;

type Row = RelatedRow & { readonly key: number };

/** Who relates to somebody or something, in the order in which the persons came to be. */
export function listRelated(
  context: QueryContext,
  input: RelatedInput,
): ProcedureOutput<'persons.relatedTo'> {
  const components = context.table('components', 'components');
  const persons = context.table('summary', 'persons');
  const after = input.after === undefined ? [] : decodeCursor(input.after, ['number', 'string']);
  const further = after.length === 0 ? '' : 'AND (c.key, c.component_id) > (?, ?)';
  const sql = `SELECT c.key, p.person_id AS personId, p.display_name AS displayName, p.status,
      c.component_id AS componentId, c.type AS componentType, c.label
    FROM ${components} c JOIN ${persons} p ON p.key = c.key WHERE c.target = ? ${further}
    ORDER BY c.key, c.component_id LIMIT ?`;
  const found = context.statement<Row>('views', sql).all(targetKey(input.to), ...after, input.limit + 1);
  const rows = found.slice(0, input.limit);
  const last = rows.at(-1);
  const more = found.length > input.limit && last !== undefined;
  return {
    rows: rows.map(({ key: _key, ...row }) => row),
    next: more ? encodeCursor([last.key, last.componentId]) : null,
  };
}
