import { commandIdOf } from './us-legislators-commands.ts';
import type { Fact } from './us-legislators-facts.ts';

interface Row {
  readonly kind: string;
  readonly componentType: string;
  facts: number;
  repeated: number;
  components: number;
  refused: number;
}

interface Outcome {
  readonly commandId: string;
  readonly status: string;
  readonly code?: string;
  readonly message?: string;
}

function count(rows: Map<string, Row>, fact: Fact, seen: Set<string>, accepted: ReadonlySet<string>): void {
  const { kind, componentType } = fact;
  const row = rows.get(kind) ?? { kind, componentType, facts: 0, repeated: 0, components: 0, refused: 0 };
  rows.set(kind, row);
  const id = commandIdOf(fact);
  row.facts += 1;
  if (seen.has(id)) row.repeated += 1;
  else if (accepted.has(id)) row.components += 1;
  else row.refused += 1;
  seen.add(id);
}

function line(cells: readonly (string | number)[]): string {
  const widths = [24, 16, 8, 10, 12, 8];
  return cells
    .map((cell, index) =>
      index < 2 ? String(cell).padEnd(widths[index] ?? 0) : String(cell).padStart(widths[index] ?? 0),
    )
    .join(' ');
}

/** Facts of the source against components, by kind: facts = repeated + components + refused in every row. */
export function printTable(facts: readonly Fact[], outcomeLines: readonly string[]): void {
  const outcomes = outcomeLines.map((text) => JSON.parse(text) as Outcome);
  const accepted = new Set(
    outcomes.filter(({ status }) => status === 'accepted').map(({ commandId }) => commandId),
  );
  const rows = new Map<string, Row>();
  const seen = new Set<string>();
  for (const fact of facts) count(rows, fact, seen, accepted);
  const all = [...rows.values()];
  const sum = (field: 'facts' | 'repeated' | 'components' | 'refused') =>
    all.reduce((total, row) => total + row[field], 0);
  process.stdout.write(`${line(['Source', 'Component', 'Facts', 'Repeated', 'Components', 'Refused'])}\n`);
  for (const row of all) {
    process.stdout.write(
      `${line([row.kind, row.componentType, row.facts, row.repeated, row.components, row.refused])}\n`,
    );
  }
  process.stdout.write(
    `${line(['All', '', sum('facts'), sum('repeated'), sum('components'), sum('refused')])}\n`,
  );
  for (const { status, code, message } of outcomes.filter((outcome) => outcome.status !== 'accepted')) {
    process.stdout.write(`${status} ${code ?? ''}: ${message ?? ''}\n`);
  }
}
