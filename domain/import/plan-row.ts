import type { ImportChange } from '../contract/import.ts';
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
import { isJsonObject } from '../person/fields/json.ts';
import { changesIn } from './row-changes.ts';
import type { RowFault } from './source-values.ts';
import { type Intention, intentionsOf, type Origin, type PlanContext } from './intentions.ts';
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
  /** Then nothing of the row is to be done. */
  readonly fault: RowFault | null;
}

type Step =
  | { readonly ok: true; readonly command: PersonCommand; readonly events: readonly PersonEvent[] }
  | { readonly ok: false; readonly fault: RowFault };

const NO_ID = '00000000-0000-0000-0000-000000000000';

/** The column to mend, else the field that cannot be kept. */
function fieldOf({ what, column, fields }: Origin, path: string): string {
  const found =
    fields[path] ?? Object.entries(fields).find(([field]) => path.startsWith(field))?.[1] ?? column;
  if (found !== '') return found;
  return path === '' ? what : `${what}.${path}`;
}

const LONG_VALUE = 60;

function valueAt(data: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) => (isJsonObject(at) || Array.isArray(at) ? Reflect.get(at, key) : undefined),
      data,
    );
}

/** What stands there, for whoever looks for it in the file; blank where it is more than a short value. */
function quoted(value: unknown): string {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  if (typeof text !== 'string' || text === '') return '';
  return ` “${text.length > LONG_VALUE ? `${text.slice(0, LONG_VALUE)}…` : text}”`;
}

/** Issues name fields as the command has them, or as the component does. */
const WITHIN = /^(?:changes\.)?data\./;

function issueFault(
  code: string,
  { data, origin }: Intention,
  issues: readonly { path: string; message: string }[],
): RowFault {
  const [first = { path: '', message: 'cannot be kept' }] = issues;
  const path = first.path.replace(WITHIN, '');
  const field = fieldOf(origin, path.replace(/\.\d+$/, ''));
  const value =
    valueAt(data, first.path) ?? valueAt(data, `data.${path}`) ?? valueAt(data, `changes.data.${path}`);
  return { code, message: `${field}${quoted(value)}: ${first.message}`, field };
}

/** Rows are taken in their order: what the file says further down is not there yet. */
function otherMissing(origin: Origin): RowFault {
  const field = fieldOf(origin, 'otherPersonId');
  const message = `${field}: there is no such person, nor a row above this one that creates them. Put that row above, or import the file once more`;
  return { code: 'relationship-target-missing', message, field };
}

/** Whoever is archived or suspended says what they say: only a change would be refused. */
function isSaid(command: PersonCommand, state: PersonState, context: PlanContext): boolean {
  if (!state.exists || state.lifecycle.status === 'active') return false;
  const decision = decideOn(command, { ...state, lifecycle: { status: 'active' } }, context);
  return decision.accepted && decision.events.length === 0;
}

function decideOn(command: PersonCommand, state: PersonState, { now, reference }: PlanContext) {
  return personDecider.decide(command, state, { now, actor: '', reference });
}

function take(intention: Intention, state: PersonState, context: PlanContext): Step {
  const { type, data, origin } = intention;
  const parsed = personCommands[type].schema.safeParse(data, { error: plainWords });
  if (!parsed.success) {
    return { ok: false, fault: issueFault('command-invalid', intention, fieldIssues(parsed.error)) };
  }
  const command = { type, data: parsed.data, commandId: NO_ID } as PersonCommand;
  if (isSaid(command, state, context)) return { ok: true, command, events: [] };
  const decision = decideOn(command, state, context);
  if (decision.accepted) return { ok: true, command, events: decision.events };
  const { code, message, details } = decision.refusal;
  if (code === 'relationship-target-missing') return { ok: false, fault: otherMissing(origin) };
  const issues = details?.['issues'] as readonly { path: string; message: string }[] | undefined;
  const fault =
    issues === undefined
      ? { code, message, field: fieldOf(origin, '') }
      : issueFault(code, intention, issues);
  return { ok: false, fault };
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

/**
 * What it takes for the person to say what the row says, decided by the domain step by step, each on what the ones
 * before it lead to. A row is taken as a whole or refused as a whole.
 */
export function planRow(wanted: WantedPerson, state: PersonState, context: PlanContext): RowPlan {
  const commands: PlannedCommand[] = [];
  const changes: ImportChange[] = [];
  const isNew = !state.exists;
  let now = state;
  for (const intention of intentionsOf(wanted, state, context)) {
    const step = take(intention, now, context);
    if (!step.ok) return { isNew, commands: [], changes: [], after: existing(state), fault: step.fault };
    if (step.events.length === 0) continue;
    const { type, data } = intention;
    commands.push({ type, data, expectedVersion: now.exists ? now.version : 0 });
    changes.push(...step.events.flatMap(changesIn));
    now = fold(now, step.events, context.now);
  }
  return { isNew, commands, changes, after: existing(now), fault: null };
}

function existing(state: PersonState): ExistingPerson | null {
  return state.exists ? state : null;
}
