import type { ImportChange } from '../contract/import.ts';
import type { Refusal } from '../kernel/outcome.ts';
import {
  type ExistingPerson,
  fieldIssues,
  type PersonCommand,
  personCommands,
  personDecider,
  type PersonEvent,
  type PersonState,
  plainWords,
} from '../person/index.ts';
import { changesIn } from './row-changes.ts';
import type { RowFault } from './source-values.ts';
import { type Intention, intentionsOf, type PlanContext } from './intentions.ts';
import { plannedPerson } from './person-reference.ts';
import { distinct, issueFaults, otherMissing, ownFaults, wholeFault } from './row-faults.ts';
import type { WantedPerson } from './wanted-person.ts';

/** On the version that the command before it leads to. */
export interface PlannedCommand {
  readonly type: PersonCommand['type'];
  readonly data: Readonly<Record<string, unknown>>;
  readonly expectedVersion: number;
}

export interface RowPlan {
  readonly isNew: boolean;
  /** None where the person says all of it already. */
  readonly commands: readonly PlannedCommand[];
  readonly changes: readonly ImportChange[];
  /** As the person would be afterwards. */
  readonly after: ExistingPerson | null;
  /** Then nothing of the row is to be done: the first of all that is wrong with it. */
  readonly fault: RowFault | null;
  readonly faults: readonly RowFault[];
}

type Step =
  | { readonly ok: true; readonly command: PersonCommand; readonly events: readonly PersonEvent[] }
  | { readonly ok: false; readonly faults: readonly RowFault[] };

const NO_ID = '00000000-0000-0000-0000-000000000000';

/** Whoever is archived or suspended says what they say: only a change would be refused. */
function isSaid(command: PersonCommand, state: PersonState, context: PlanContext): boolean {
  if (!state.exists || state.lifecycle.status === 'active') return false;
  const decision = decideOn(command, { ...state, lifecycle: { status: 'active' } }, context);
  return decision.accepted && decision.events.length === 0;
}

function decideOn(command: PersonCommand, state: PersonState, { now, reference }: PlanContext) {
  return personDecider.decide(command, state, { now, actor: '', reference });
}

function refusalFaults(intention: Intention, { code, message, details }: Refusal): readonly RowFault[] {
  if (code === 'relationship-target-missing') return [otherMissing(intention)];
  const issues = details?.['issues'] as readonly { path: string; message: string }[] | undefined;
  return issues === undefined ? [wholeFault(code, message, intention)] : issueFaults(code, intention, issues);
}

function take(intention: Intention, state: PersonState, context: PlanContext): Step {
  const { type, data } = intention;
  const parsed = personCommands[type].schema.safeParse(data, { error: plainWords });
  if (!parsed.success) {
    return { ok: false, faults: issueFaults('command-invalid', intention, fieldIssues(parsed.error)) };
  }
  const command = { type, data: parsed.data, commandId: NO_ID } as PersonCommand;
  if (isSaid(command, state, context)) return { ok: true, command, events: [] };
  const decision = decideOn(command, state, context);
  if (decision.accepted) return { ok: true, command, events: decision.events };
  return { ok: false, faults: refusalFaults(intention, decision.refusal) };
}

/** As the log would have it: only what does not come from the events themselves is made up. */
function fold(state: PersonState, events: readonly PersonEvent[], now: string): PersonState {
  return events.reduce((before, event) => {
    const version = (before.exists ? before.version : 0) + 1;
    const metadata = {
      eventId: NO_ID,
      correlationId: NO_ID,
      causationId: null,
      timestamp: now,
      actor: '',
      origin: '',
      commandId: NO_ID,
    };
    return personDecider.evolve(before, { ...event, version, metadata });
  }, state);
}

/** Where they could not be created, the rest of the row is held against somebody of whom nothing is known. */
function forTheRest(state: PersonState, { personId }: WantedPerson, { now }: PlanContext): PersonState {
  return state.exists ? state : plannedPerson(personId, now);
}

/**
 * What it takes for the person to say what the row says, decided by the domain step by step, each on what the ones
 * before it lead to. A row is taken as a whole or refused as a whole, and then all is told that is wrong with it.
 * `unread`: columns of which that is known already.
 */
export function planRow(
  wanted: WantedPerson,
  state: PersonState,
  context: PlanContext,
  unread: readonly string[] = [],
): RowPlan {
  const commands: PlannedCommand[] = [];
  const changes: ImportChange[] = [];
  const faults: RowFault[] = [];
  const isNew = !state.exists;
  let now = state;
  for (const intention of intentionsOf(wanted, state, context)) {
    const step = take(intention, now, context);
    if (!step.ok) {
      faults.push(...ownFaults(step.faults, intention, unread));
      now = forTheRest(now, wanted, context);
      continue;
    }
    if (step.events.length === 0) continue;
    const { type, data } = intention;
    commands.push({ type, data, expectedVersion: now.exists ? now.version : 0 });
    changes.push(...step.events.flatMap(changesIn));
    now = fold(now, step.events, context.now);
  }
  const [fault = null] = faults;
  if (fault !== null)
    return { isNew, commands: [], changes: [], after: existing(state), fault, faults: distinct(faults) };
  return { isNew, commands, changes, after: existing(now), fault: null, faults: [] };
}

function existing(state: PersonState): ExistingPerson | null {
  return state.exists ? state : null;
}
