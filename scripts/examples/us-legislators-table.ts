import { commandIdOf, personIdOf } from './us-legislators-commands.ts';
import { type ConsoleComponent, componentsIn } from './us-legislators-console.ts';
import { COUNTS, SAID_ONCE } from './us-legislators-counts.ts';
import { type Fact, factsOf } from './us-legislators-facts.ts';
import type { Legislator } from './us-legislators-source.ts';

interface Row {
  readonly kind: string;
  readonly componentType: string;
  /** As often as the source itself says it. */
  readonly said: number;
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

/** What is compared: the source, what `batch` answered, and what `export` reads back from the console. */
export interface Compared {
  readonly legislators: readonly Legislator[];
  readonly outcomes: readonly string[];
  readonly events: readonly string[];
}

export interface Table {
  readonly lines: readonly string[];
  /** What does not add up, in words; empty where everything does. */
  readonly faults: readonly string[];
}

interface Known {
  readonly refused: ReadonlySet<string>;
  readonly components: ReadonlyMap<string, ConsoleComponent>;
}

function count(row: Row, fact: Fact, seen: Set<string>, { refused, components }: Known): void {
  const id = commandIdOf(fact);
  if (seen.has(id)) row.repeated += 1;
  else if (components.get(id)?.type === fact.componentType) row.components += 1;
  else if (refused.has(id)) row.refused += 1;
  seen.add(id);
}

function rowsOf(legislators: readonly Legislator[], known: Known): Row[] {
  const facts = Map.groupBy(
    legislators.flatMap((legislator) => factsOf(legislator, '')),
    ({ kind }) => kind,
  );
  const seen = new Set<string>();
  return [...COUNTS].map(([kind, counted]) => {
    const said = legislators.reduce((total, legislator) => total + counted(legislator), 0);
    const ofKind = facts.get(kind) ?? [];
    const componentType = ofKind[0]?.componentType ?? '';
    const row = { kind, componentType, said, repeated: 0, components: 0, refused: 0 };
    for (const fact of ofKind) count(row, fact, seen, known);
    return row;
  });
}

function total(rows: readonly Row[], field: 'said' | 'repeated' | 'components' | 'refused'): number {
  return rows.reduce((sum, row) => sum + row[field], 0);
}

function rowFaults(rows: readonly Row[]): string[] {
  return rows
    .filter(({ said, repeated, components, refused }) => said !== repeated + components + refused)
    .map(
      ({ kind, said, repeated, components, refused }) =>
        `${kind}: the source says it ${said} times, but ${repeated} repeated, ${components} in the console and ${refused} refused make ${repeated + components + refused}.`,
    );
}

function repeatFaults(rows: readonly Row[]): string[] {
  return rows
    .filter(({ kind, repeated }) => repeated > 0 && SAID_ONCE.has(kind))
    .map(({ kind, repeated }) => `${kind}: ${repeated} were taken for repeats, but each is said once.`);
}

/** The console may hold nothing about these persons that does not come from a fact. */
function typeFaults(rows: readonly Row[], components: readonly ConsoleComponent[]): string[] {
  const counts = Object.entries(Object.groupBy(components, ({ type }) => type));
  return counts.flatMap(([type, found = []]) => {
    const accounted = total(
      rows.filter(({ componentType }) => componentType === type),
      'components',
    );
    if (found.length === accounted) return [];
    return [`${type}: the console has ${found.length} components, ${accounted} of them from this source.`];
  });
}

function line(cells: readonly (string | number)[]): string {
  const widths = [24, 16, 8, 10, 12, 8];
  return cells
    .map((cell, index) =>
      index < 2 ? String(cell).padEnd(widths[index] ?? 0) : String(cell).padStart(widths[index] ?? 0),
    )
    .join(' ');
}

/** What the source says against what is in the console, by kind: facts = repeated + components + refused in every row. */
export function tableOf({ legislators, outcomes, events }: Compared): Table {
  const refusals = outcomes
    .map((text) => JSON.parse(text) as Outcome)
    .filter(({ status }) => status !== 'accepted');
  const streams = new Set(legislators.map(({ id }) => `person-${personIdOf(id)}`));
  const components = componentsIn(events).filter(({ streamId }) => streams.has(streamId));
  const rows = rowsOf(legislators, {
    refused: new Set(refusals.map(({ commandId }) => commandId)),
    components: new Map(components.map((component) => [component.commandId, component])),
  });
  const sums = (['said', 'repeated', 'components', 'refused'] as const).map((field) => total(rows, field));
  const lines = [
    line(['Source', 'Component', 'Facts', 'Repeated', 'Components', 'Refused']),
    ...rows.map((row) =>
      line([row.kind, row.componentType, row.said, row.repeated, row.components, row.refused]),
    ),
    line(['All', '', ...sums]),
    ...refusals.map(({ status, code = '', message = '' }) => `${status} ${code}: ${message}`),
  ];
  return { lines, faults: [...rowFaults(rows), ...repeatFaults(rows), ...typeFaults(rows, components)] };
}
