import type { Conflict } from '../../../../domain/contract/conflicts.ts';
import { failure } from '../../../../domain/contract/errors.ts';
import type { ProcedureOutput, ProcedureParsed } from '../../../../domain/contract/procedures.ts';
import {
  conflictDecider,
  type ConflictEvent,
  type ConflictState,
} from '../../../../domain/conflict/index.ts';
import type { Recorded } from '../../../../domain/kernel/event.ts';
import { categoryOf, idOf, streamIdOf } from '../../../../domain/kernel/ids.ts';
import type { Registry } from '../../../../domain/kernel/registry.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { QueryContext } from './query-context.ts';

type KnownConflict = Extract<ConflictState, { exists: true }>;

/** Conflicts are few: there is no view of them, each is folded when it is asked for. */
function foldConflict(context: QueryContext, registry: Registry, streamId: string): KnownConflict | null {
  const head = context.events.streamHead(streamId);
  if (head === null) return null;
  const state = context.events.readStream(streamId, head).reduce<ConflictState>((before, stored) => {
    const { known, event } = registry.upcast(stored);
    if (!known) return conflictDecider.skip(before, stored.version);
    return conflictDecider.evolve(before, event as Recorded<ConflictEvent>);
  }, conflictDecider.initial);
  return state.exists ? state : null;
}

function nameOf(context: QueryContext, personId: string | null): string | null {
  if (personId === null) return null;
  const persons = context.table('summary', 'persons');
  const sql = `SELECT display_name AS name FROM ${persons} WHERE person_id = ?`;
  return context.statement<{ name: string }>('views', sql).get(personId)?.name ?? null;
}

function told(context: QueryContext, conflictId: string, { detected, resolution }: KnownConflict): Conflict {
  const { streamId } = detected;
  const personId = categoryOf(streamId) === 'person' ? idOf(streamId) : null;
  return {
    conflictId,
    state: resolution.state,
    since: resolution.since,
    by: resolution.by,
    reason: resolution.state === 'dropped' ? resolution.reason : null,
    personId,
    displayName: nameOf(context, personId),
    ...detected,
  };
}

const STREAMS = `SELECT name, head_event AS position FROM streams WHERE name > 'conflict-' AND name < 'conflict.'`;

interface Listed {
  readonly position: number;
  readonly conflict: Conflict;
}

function everyConflict(context: QueryContext, registry: Registry): readonly Listed[] {
  const streams = context.statement<{ name: string; position: number }>('log', STREAMS).all();
  const listed = streams.flatMap(({ name, position }) => {
    const state = foldConflict(context, registry, name);
    return state === null ? [] : [{ position, conflict: told(context, idOf(name), state) }];
  });
  return listed.sort((a, b) => b.position - a.position);
}

/** Newest first, by the position of their last event. */
export function listConflicts(
  context: QueryContext,
  registry: Registry,
  { state, after, limit }: ProcedureParsed<'conflicts.list'>,
): ProcedureOutput<'conflicts.list'> {
  const before = after === undefined ? Number.POSITIVE_INFINITY : Number(decodeCursor(after, ['number'])[0]);
  const all = everyConflict(context, registry);
  const asked = all.filter(({ conflict, position }) => conflict.state === state && position < before);
  const page = asked.slice(0, limit);
  const last = page.at(-1);
  const count = (name: Conflict['state']): number =>
    all.filter(({ conflict }) => conflict.state === name).length;
  return {
    rows: page.map(({ conflict }) => conflict),
    next: asked.length > page.length && last !== undefined ? encodeCursor([last.position]) : null,
    counts: { open: count('open'), applied: count('applied'), dropped: count('dropped') },
  };
}

/** Throws `conflict-missing`. */
export function getConflict(
  context: QueryContext,
  registry: Registry,
  { conflictId }: ProcedureParsed<'conflicts.get'>,
): Conflict {
  const state = foldConflict(context, registry, streamIdOf('conflict', conflictId));
  if (state !== null) return told(context, conflictId, state);
  throw failure('rejected', 'conflict-missing', `There is no conflict ${conflictId}. Check the id.`, {
    conflictId,
  });
}
