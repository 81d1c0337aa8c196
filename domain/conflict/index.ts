import type { Decider } from '../kernel/decider.ts';
import type { Recorded } from '../kernel/event.ts';
import { accept, type Decision, type Refusal, refuse } from '../kernel/outcome.ts';
import type { Context } from '../kernel/registry.ts';
import { type ConflictCommand, conflictCommands } from './commands.ts';
import { type ConflictEvent, type ConflictEventOf, conflictEvents } from './events.ts';

export { type ConflictCommandType, conflictCommands } from './commands.ts';
export {
  type ConflictEvent,
  type ConflictEventOf,
  type ConflictField,
  conflictFieldSchema,
  conflictEvents,
  type OthersCommit,
  othersCommitSchema,
  type Severity,
  severitySchema,
} from './events.ts';

export type ConflictDetection = ConflictEventOf<'ConflictDetected'>['data'];

export type ConflictResolution =
  | { readonly state: 'open' }
  | { readonly state: 'applied'; readonly appliedCommandId: string; readonly edited: boolean }
  | { readonly state: 'dropped'; readonly reason: string };

/** When and by whom the present state was reached. */
interface Since {
  readonly since: string;
  readonly by: string | null;
}

export type ConflictState =
  | { readonly exists: false; readonly version: number }
  | {
      readonly exists: true;
      readonly version: number;
      readonly detected: ConflictDetection;
      readonly resolution: ConflictResolution & Since;
    };

const unknownConflict: ConflictState = { exists: false, version: 0 };

function decided({ state }: ConflictResolution): Decision<never> {
  const how =
    state === 'applied' ? 'was carried out again' : 'was dropped. Take it up again to have it carried out';
  return refuse('conflict-decided', `This conflict is decided already: the change ${how}.`, { state });
}

/** Why the change cannot be carried out again; null: it can. A repetition of what was carried out has the same command id. */
export function applyingRefused(conflict: ConflictState, appliedCommandId: string): Refusal | null {
  if (!conflict.exists || conflict.resolution.state === 'open') return null;
  const { resolution } = conflict;
  if (resolution.state === 'applied' && resolution.appliedCommandId === appliedCommandId) return null;
  const decision = decided(resolution);
  return decision.accepted ? null : decision.refusal;
}

function decide(command: ConflictCommand, state: ConflictState): Decision<ConflictEvent> {
  if (!state.exists) {
    return refuse('conflict-missing', `There is no conflict ${command.data.conflictId}. Check the id.`);
  }
  const { resolution } = state;
  if (command.type === 'ReopenConflict') {
    if (resolution.state === 'open') return accept();
    return resolution.state === 'dropped'
      ? accept({ type: 'ConflictReopened', data: {} })
      : decided(resolution);
  }
  if (resolution.state !== 'open') return isRepeated(command, resolution) ? accept() : decided(resolution);
  if (command.type === 'DropConflict') {
    return accept({ type: 'ConflictDropped', data: { reason: command.data.reason } });
  }
  const { appliedCommandId, edited } = command.data;
  return accept({ type: 'ConflictApplied', data: { appliedCommandId, edited } });
}

/** Two operators who decide the same agree. */
function isRepeated(command: ConflictCommand, resolution: ConflictResolution): boolean {
  if (command.type === 'DropConflict') return resolution.state === 'dropped';
  if (command.type !== 'NoteConflictApplied' || resolution.state !== 'applied') return false;
  return command.data.appliedCommandId === resolution.appliedCommandId;
}

function resolutionOf(event: Exclude<ConflictEvent, { type: 'ConflictDetected' }>): ConflictResolution {
  switch (event.type) {
    case 'ConflictApplied':
      return { state: 'applied', ...event.data };
    case 'ConflictDropped':
      return { state: 'dropped', reason: event.data.reason };
    case 'ConflictReopened':
      return { state: 'open' };
  }
}

function evolve(state: ConflictState, event: Recorded<ConflictEvent>): ConflictState {
  const { version, metadata } = event;
  const since: Since = { since: metadata.timestamp, by: metadata.actor };
  if (event.type === 'ConflictDetected') {
    return { exists: true, version, detected: event.data, resolution: { state: 'open', ...since } };
  }
  if (!state.exists) return { ...state, version };
  return { ...state, version, resolution: { ...resolutionOf(event), ...since } };
}

/** History may lack what the schema asks for, and have anything in its place. */
function fieldsOf({ fields }: Partial<ConflictDetection>): number {
  return Array.isArray(fields) ? fields.length : 0;
}

export const conflictDecider: Decider<ConflictCommand, ConflictEvent, ConflictState> = {
  initial: unknownConflict,
  decide,
  evolve,
  skip: (state, version) => ({ ...state, version }),
  weight: (conflict) => (conflict.exists ? 3 + fieldsOf(conflict.detected) : 1),
};

export const conflictContext: Context = {
  category: 'conflict',
  decider: conflictDecider as Context['decider'],
  commands: Object.values(conflictCommands),
  events: Object.values(conflictEvents),
  upcasters: {},
  places: null,
};
