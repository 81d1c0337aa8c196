import type { Conflict } from '../../../../domain/contract/conflicts.ts';
import { failure } from '../../../../domain/contract/errors.ts';
import type { ProcedureOutput, ProcedureParsed } from '../../../../domain/contract/procedures.ts';
import type { ConflictState } from '../../../../domain/conflict/index.ts';
import { categoryOf, idOf, streamIdOf } from '../../../../domain/kernel/ids.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { type NameOf, personNames } from './event-rows.ts';
import type { FoldStream } from './person-detail.ts';
import type { QueryContext } from './query-context.ts';

type KnownConflict = Extract<ConflictState, { exists: true }>;

/** Conflicts are few: there is no view of them, each is folded when it is asked for. */
function foldConflict(context: QueryContext, fold: FoldStream, streamId: string): KnownConflict | null {
  const head = context.events.streamHead(streamId);
  if (head === null) return null;
  const state = fold('conflict', context.events.readStream(streamId, head)) as ConflictState;
  return state.exists ? state : null;
}

function told(nameOf: NameOf, conflictId: string, { detected, resolution }: KnownConflict): Conflict {
  const { streamId } = detected;
  const personId = categoryOf(streamId) === 'person' ? idOf(streamId) : null;
  return {
    conflictId,
    state: resolution.state,
    since: resolution.since,
    by: resolution.by,
    reason: resolution.state === 'dropped' ? resolution.reason : null,
    personId,
    displayName: nameOf(streamId),
    ...detected,
  };
}

const STREAMS = `SELECT name, head_event AS position FROM streams WHERE name > 'conflict-' AND name < 'conflict.'`;

interface Listed {
  readonly position: number;
  readonly conflict: Conflict;
}

function everyConflict(context: QueryContext, fold: FoldStream): readonly Listed[] {
  const streams = context.statement<{ name: string; position: number }>('log', STREAMS).all();
  const nameOf = personNames(context);
  const listed = streams.flatMap(({ name, position }) => {
    const state = foldConflict(context, fold, name);
    return state === null ? [] : [{ position, conflict: told(nameOf, idOf(name), state) }];
  });
  return listed.sort((a, b) => b.position - a.position);
}

/** Newest first, by the position of their last event. */
export function listConflicts(
  context: QueryContext,
  fold: FoldStream,
  { state, severity, after, limit }: ProcedureParsed<'conflicts.list'>,
): ProcedureOutput<'conflicts.list'> {
  const before = after === undefined ? Number.POSITIVE_INFINITY : Number(decodeCursor(after, ['number'])[0]);
  const all = everyConflict(context, fold);
  const matching = all.filter(
    ({ conflict }) => conflict.state === state && (severity === undefined || conflict.severity === severity),
  );
  const asked = matching.filter(({ position }) => position < before);
  const page = asked.slice(0, limit);
  const last = page.at(-1);
  const count = (name: Conflict['state']): number =>
    all.filter(({ conflict }) => conflict.state === name).length;
  return {
    rows: page.map(({ conflict }) => conflict),
    next: asked.length > page.length && last !== undefined ? encodeCursor([last.position]) : null,
    matching: matching.length,
    counts: { open: count('open'), applied: count('applied'), dropped: count('dropped') },
  };
}

/** Throws `conflict-missing`. */
export function getConflict(
  context: QueryContext,
  fold: FoldStream,
  { conflictId }: ProcedureParsed<'conflicts.get'>,
): Conflict {
  const state = foldConflict(context, fold, streamIdOf('conflict', conflictId));
  if (state !== null) return told(personNames(context), conflictId, state);
  throw failure('rejected', 'conflict-missing', `There is no conflict ${conflictId}. Check the id.`, {
    conflictId,
  });
}
