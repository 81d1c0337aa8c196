import { parse, v5 as uuidv5 } from 'uuid';
import type { ImportRow } from '../../../domain/contract/import.ts';
import { plannedPerson } from '../../../domain/import/person-reference.ts';
import { type PlannedCommand, planRow, type RowPlan } from '../../../domain/import/plan-row.ts';
import type { PlanContext } from '../../../domain/import/intentions.ts';
import { distinct } from '../../../domain/import/row-faults.ts';
import type { RowFault } from '../../../domain/import/source-values.ts';
import {
  type DeriveId,
  type ReadRow,
  readRow,
  type WantedPerson,
} from '../../../domain/import/wanted-person.ts';
import type { ExistingPerson, PersonState } from '../../../domain/person/index.ts';
import { displayName } from '../../../domain/person/name.ts';
import { personNameSchema } from '../../../domain/person/name-schema.ts';
import { duplicateSubject } from '../../../domain/projections/duplicate-subject.ts';
import { Comparer } from '../../store/sqlite/queries/duplicate-comparer.ts';
import { duplicatesOfSubject } from '../../store/sqlite/queries/duplicates-of-subject.ts';
import { createPersonLookup, type PersonLookup } from '../../store/sqlite/queries/person-lookup.ts';
import type { QueryContext } from '../../store/sqlite/queries/query-context.ts';
import type { BulkCommand } from '../bulk/bulk-command.ts';
import type { ImportOrder, ImportRows } from './import-rows.ts';
import {
  NO_RECORD,
  NOTHING,
  passedOver,
  type PlannedRow,
  refused,
  repeated,
  settled,
  waiting,
} from './planned-row.ts';
import type { SourceRow } from './source-row.ts';

type UnreadRow = Extract<ReadRow, { readonly ok: false }>;

const MOST_LIKENESSES = 5;
const UNKNOWN: PersonState = { exists: false };

// Most ids of a row follow from the same person: the namespace is taken apart once.
let known = { namespace: '', bytes: new Uint8Array() };

export const deriveId: DeriveId = (namespace, name) => {
  if (known.namespace !== namespace) known = { namespace, bytes: parse(namespace) };
  return uuidv5(Buffer.from(name), known.bytes);
};

export interface PlannerOptions {
  readonly jobId: string;
  readonly order: ImportOrder;
  readonly rows: ImportRows;
  readonly views: QueryContext;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

function nameOf(person: ExistingPerson | null): string | null {
  return person === null ? null : displayName(person.name);
}

/** Whom a row is about that cannot be taken, where it says so in a name that could be kept. */
function nameSaid({ name }: WantedPerson): string | null {
  const said = personNameSchema.safeParse(name);
  return said.success ? displayName(said.data) : null;
}

/**
 * The same for the same step on the same version: what is sent again after a crash changes nothing twice, and what a
 * later import changes back is a command of its own.
 */
function withId(
  { type, data, expectedVersion }: PlannedCommand,
  personId: string,
  jobId: string,
): BulkCommand {
  const commandId = deriveId(personId, JSON.stringify([type, expectedVersion, data]));
  return { type, data, expectedVersion, commandId, correlationId: jobId };
}

/** Where nothing can stand, what the row itself says. */
function knownName({ after }: RowPlan, wanted: WantedPerson): string | null {
  return nameOf(after) ?? nameSaid(wanted);
}

/** Decides what becomes of each row, on the persons as the views show them; writes nothing. */
export class RowPlanner {
  readonly #options: PlannerOptions;
  readonly #lookup: PersonLookup;
  /** Persons that rows of the window being planned are about; those of the windows before are written down. */
  #window = new Map<string, Pick<ImportRow, 'row' | 'outcome'>>();
  #comparer: Comparer;

  constructor(options: PlannerOptions) {
    this.#options = options;
    this.#lookup = createPersonLookup(options.views);
    this.#comparer = new Comparer(options.views);
  }

  /** All on what the views show at one moment. */
  window(rows: readonly SourceRow[]): readonly PlannedRow[] {
    this.#window = new Map();
    this.#comparer = new Comparer(this.#options.views);
    return this.#options.views.views.transaction(() => rows.map((row) => this.plan(row)))();
  }

  plan(source: SourceRow): PlannedRow {
    if (source.record === null || source.fault !== null) return refused(source, [source.fault ?? NO_RECORD]);
    const read = readRow(this.#options.order.mapping, source.record, deriveId);
    if (!read.ok) return this.#unread(source, read);
    const { wanted } = read;
    const before = this.#takenBefore(wanted.personId, source.row);
    if (before !== null) {
      const about = { key: wanted.key, displayName: nameSaid(wanted) };
      return refused(source, [repeated(wanted.key, before)], about);
    }
    const planned = this.#planned(source, wanted);
    const { row, outcome } = planned.verdict.row;
    if (outcome !== 'refused') this.#window.set(wanted.personId, { row, outcome });
    return planned;
  }

  /** What can be read of it is planned all the same: whoever mends the row is told of everything at once. */
  #unread(source: SourceRow, { key, faults: [first, ...others], wanted }: UnreadRow): PlannedRow {
    if (wanted === null) return refused(source, [first], { key });
    const unread = [first, ...others].flatMap(({ field }) => field ?? []);
    const { faults } = this.#plan(wanted, unread);
    return refused(source, [first, ...distinct([first, ...others, ...faults]).slice(1)], {
      key,
      displayName: nameSaid(wanted),
    });
  }

  /** Once more, on the person as they are by now. */
  replan(wanted: WantedPerson): {
    readonly commands: readonly BulkCommand[];
    readonly fault: RowFault | null;
  } {
    const { commands, fault } = this.#plan(wanted);
    return { commands: this.#withIds(commands, wanted), fault };
  }

  /** With the row above that was passed over, where this one refers to it. */
  #plan(
    wanted: WantedPerson,
    unread: readonly string[] = [],
  ): RowPlan & { readonly waitsFor: number | null } {
    const { mapping } = this.#options.order;
    let waitsFor: number | null = null;
    const now = new Date(this.#options.now()).toISOString();
    const state = this.#lookup.state(wanted.personId) ?? UNKNOWN;
    const context: PlanContext = {
      source: mapping.source,
      sourceSystem: mapping.sourceSystem,
      now,
      reference: (personId) => {
        const known = this.#lookup.state(personId);
        if (known !== null) return known;
        const above = this.#taken(personId);
        if (above?.outcome === 'duplicate') waitsFor = above.row;
        return above === null ? undefined : plannedPerson(personId, now);
      },
    };
    const plan = planRow(wanted, state, context, unread);
    return { ...plan, waitsFor };
  }

  /** What became, or is to become, of the row above that is about a person: the same however far the views are. */
  #taken(personId: string): Pick<ImportRow, 'row' | 'outcome'> | null {
    const { rows, jobId } = this.#options;
    return this.#window.get(personId) ?? rows.takenFor(jobId, personId);
  }

  #planned(source: SourceRow, wanted: WantedPerson): PlannedRow {
    const plan = this.#plan(wanted);
    const { key, personId } = wanted;
    const about = { key, personId, displayName: nameOf(plan.after) };
    const [fault, ...more] = plan.faults;
    if (fault !== undefined)
      return refused(source, [fault, ...more], { ...about, displayName: knownName(plan, wanted) });
    const duplicateOf = plan.isNew ? this.#duplicates(plan.after) : [];
    const row: ImportRow = { ...NOTHING, row: source.row, outcome: 'new', ...about, duplicateOf };
    if (duplicateOf.length > 0 && this.#options.order.duplicates === 'skip') return passedOver(source, row);
    if (plan.commands.length === 0) return settled({ ...row, outcome: 'unchanged' });
    if (plan.waitsFor !== null) return waiting(source, row, plan.waitsFor);
    const outcome = plan.isNew ? 'new' : 'changed';
    return {
      verdict: { row: { ...row, outcome, changes: [...plan.changes] }, sent: true, source: null },
      toSend: { source, wanted, commands: this.#withIds(plan.commands, wanted) },
    };
  }

  #withIds(commands: readonly PlannedCommand[], { personId }: WantedPerson): readonly BulkCommand[] {
    return commands.map((command) => withId(command, personId, this.#options.jobId));
  }

  #takenBefore(personId: string, row: number): number | null {
    const taken = this.#taken(personId)?.row ?? null;
    return taken === row ? null : taken;
  }

  /** Whom this job has created does not count: a dry run would not know them. */
  #duplicates(person: ExistingPerson | null): ImportRow['duplicateOf'] {
    const subject = person === null ? null : duplicateSubject(person);
    if (subject === null) return [];
    const { views, rows, jobId } = this.#options;
    const isOurs = (personId: string) => rows.takenFor(jobId, personId)?.outcome === 'new';
    const found = duplicatesOfSubject(views, subject, {
      limit: MOST_LIKENESSES,
      isLeftOut: isOurs,
      comparer: this.#comparer,
    });
    return found.map(({ reasons, ...whom }) => ({
      ...whom,
      reasons: reasons.map((reason) => ({ degree: null, ...reason })),
    }));
  }
}
