import type { z } from 'zod';
import type { ProcedureOutput, procedures } from '../../../../domain/contract/procedures.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { QueryContext } from './query-context.ts';

export type ComponentsInput = z.output<(typeof procedures)['persons.components']['input']>;

interface Row {
  readonly key: number;
  readonly sortKey: string;
  readonly personId: string;
  readonly componentId: string;
  readonly componentType: string;
  readonly label: string;
  readonly isPrimary: number;
}

/** Components of one type over all persons, sorted by value. */
export function listComponents(
  context: QueryContext,
  input: ComponentsInput,
): ProcedureOutput<'persons.components'> {
  const components = context.table('components', 'components');
  const persons = context.table('summary', 'persons');
  const after = input.after === undefined ? [] : decodeCursor(input.after, ['string', 'number', 'string']);
  const further = after.length === 0 ? '' : 'AND (c.sort_key, c.key, c.component_id) > (?, ?, ?)';
  const sql = `SELECT c.key, c.sort_key AS sortKey, p.person_id AS personId, c.component_id AS componentId,
      c.type AS componentType, c.label, c.is_primary AS isPrimary
    FROM ${components} c JOIN ${persons} p ON p.key = c.key WHERE c.type = ? ${further}
    ORDER BY c.sort_key, c.key, c.component_id LIMIT ?`;
  const found = context.statement<Row>('views', sql).all(input.componentType, ...after, input.limit + 1);
  const rows = found.slice(0, input.limit);
  const last = rows.at(-1);
  const more = found.length > input.limit && last !== undefined;
  return {
    rows: rows.map(({ personId, componentId, componentType, label, isPrimary }) => ({
      personId,
      componentId,
      componentType,
      label,
      primary: isPrimary === 1,
    })),
    next: more ? encodeCursor([last.sortKey, last.key, last.componentId]) : null,
  };
}

function counts(context: QueryContext, sql: string): Record<string, number> {
  const rows = context.statement<{ name: string; n: number }>('views', sql).all();
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}

export type CountsInput = z.output<(typeof procedures)['persons.counts']['input']>;

export function countPersons(context: QueryContext, input: CountsInput): ProcedureOutput<'persons.counts'> {
  const persons = context.table('summary', 'persons');
  return {
    persons: counts(context, `SELECT status AS name, count(*) AS n FROM ${persons} GROUP BY status`),
    components: input.components
      ? counts(
          context,
          `SELECT type AS name, count(*) AS n FROM ${context.table('components', 'components')} GROUP BY type`,
        )
      : {},
  };
}
