import { commandIdOf } from './us-legislators-commands.ts';
import type { Fact } from './us-legislators-facts.ts';

export interface TableRow {
  readonly kind: string;
  readonly componentType: string;
  facts: number;
  /** Said again by a later term: the same component. */
  repeated: number;
  /** Components that the console's log says were added for such a fact. */
  components: number;
  /** Commands that the console refused. */
  refused: number;
}

interface Outcome {
  readonly commandId: string;
  readonly status: string;
  readonly code?: string;
  readonly message?: string;
}

interface ExportedEvent {
  readonly type: string;
  readonly commandId: string;
  readonly data: { readonly componentType?: string };
}

export interface TableInput {
  readonly facts: readonly Fact[];
  /** Of `batch`. */
  readonly outcomes: readonly Outcome[];
  /** Of `export`. */
  readonly events: readonly ExportedEvent[];
}

/** Facts of the source against what the console answered and what its log holds, by kind of fact. */
export function tableOf({ facts, outcomes, events }: TableInput): readonly TableRow[] {
  const refused = new Set(
    outcomes.filter(({ status }) => status === 'rejected').map(({ commandId }) => commandId),
  );
  const added = new Map(
    events
      .filter(({ type }) => type === 'ComponentAdded')
      .map(({ commandId, data }) => [commandId, data.componentType]),
  );
  const rows = new Map<string, TableRow>();
  const seen = new Set<string>();
  for (const fact of facts) {
    const { kind, componentType } = fact;
    const row = rows.get(kind) ?? { kind, componentType, facts: 0, repeated: 0, components: 0, refused: 0 };
    rows.set(kind, row);
    const id = commandIdOf(fact);
    row.facts += 1;
    if (seen.has(id)) row.repeated += 1;
    else {
      if (added.get(id) === componentType) row.components += 1;
      if (refused.has(id)) row.refused += 1;
    }
    seen.add(id);
  }
  return [...rows.values()];
}

/** Those where facts are not what was repeated, added and refused: something was lost, or is there that nobody sent. */
export function wrongRows(rows: readonly TableRow[]): readonly TableRow[] {
  return rows.filter((row) => row.facts !== row.repeated + row.components + row.refused);
}

function line(cells: readonly (string | number)[]): string {
  const widths = [24, 16, 8, 10, 12, 8];
  return cells
    .map((cell, index) =>
      index < 2 ? String(cell).padEnd(widths[index] ?? 0) : String(cell).padStart(widths[index] ?? 0),
    )
    .join(' ');
}

export function printTable(rows: readonly TableRow[], outcomes: readonly Outcome[]): void {
  const sum = (field: 'facts' | 'repeated' | 'components' | 'refused') =>
    rows.reduce((total, row) => total + row[field], 0);
  const lines = [
    line(['Source', 'Component', 'Facts', 'Repeated', 'Components', 'Refused']),
    ...rows.map(({ kind, componentType, facts, repeated, components, refused }) =>
      line([kind, componentType, facts, repeated, components, refused]),
    ),
    line(['All', '', sum('facts'), sum('repeated'), sum('components'), sum('refused')]),
    ...outcomes
      .filter(({ status }) => status !== 'accepted')
      .map(({ status, code, message }) => `${status} ${code ?? ''}: ${message ?? ''}`),
    ...wrongRows(rows).map(({ kind }) => `${kind} does not add up`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
