import type { z } from 'zod';
import { failure } from '../../../../domain/contract/errors.ts';
import type { ProcedureOutput, procedures } from '../../../../domain/contract/procedures.ts';
import { type StreamCategory, streamIdOf } from '../../../../domain/kernel/ids.ts';
import type { StoredEvent } from '../../../../domain/kernel/event.ts';
import { type ExistingPerson, type PersonState, summarise } from '../../../../domain/person/index.ts';
import type { StreamHead } from '../../../../domain/ports/event-log.ts';
import { parseStored } from '../sqlite-errors.ts';
import type { QueryContext } from './query-context.ts';

export type GetInput = z.output<(typeof procedures)['persons.get']['input']>;
/** The state of a kind of stream after these events. */
export type FoldStream = (category: StreamCategory, events: readonly StoredEvent[]) => unknown;

// Merges may meet in a circle once two consoles have synced: following them ends somewhere all the same.
const MAX_REDIRECTS = 100;

export function missing(personId: string, when = ''): Error {
  return failure('rejected', 'person-missing', `There is no person ${personId}${when}. Check the id.`, {
    personId,
  });
}

/** The log knows them: it is for the views to catch up, or to be mended. */
function notInViews(personId: string): Error {
  const message = `The log has person ${personId}, and the views do not show them yet. Wait until the views are up to date; where one has stopped, mend it on the page Maintenance.`;
  return failure('rejected', 'person-not-in-views', message, { personId });
}

function redirectOf(context: QueryContext, person: ExistingPerson) {
  const find = context.statement<{ displayName: string; redirectTo: string | null }>(
    'views',
    `SELECT display_name AS displayName, redirect_to AS redirectTo FROM ${context.table('summary', 'persons')} WHERE person_id = ?`,
  );
  const seen = new Set([person.personId]);
  let next = person.lifecycle.status === 'merged' ? person.lifecycle.into : null;
  let redirect: { personId: string; displayName: string } | null = null;
  while (next !== null && !seen.has(next) && seen.size < MAX_REDIRECTS) {
    seen.add(next);
    const row = find.get(next);
    if (row === undefined) break;
    redirect = { personId: next, displayName: row.displayName };
    next = row.redirectTo;
  }
  return redirect;
}

function asOfTime(context: QueryContext, head: StreamHead, time: string): number {
  const sql = `SELECT max(e.version) AS version FROM events e JOIN commits c ON c.number = e.commit_number
    WHERE e.stream = ? AND e.superseded = 0 AND c.recorded_at <= ?
    AND e.position IN (WITH RECURSIVE chain(position) AS (SELECT ? UNION ALL
      SELECT e.previous FROM chain JOIN events e ON e.position = chain.position WHERE e.previous > 0)
      SELECT position FROM chain)`;
  const found = context.statement<{ version: number | null }>('log', sql);
  return found.get(head.key, Date.parse(time), head.position)?.version ?? 0;
}

/** A version that is not there yet is none: what is now would pass for it. */
function upTo(context: QueryContext, head: StreamHead, asOf: NonNullable<GetInput['asOf']>): number {
  if (!('version' in asOf)) return asOfTime(context, head, asOf.time);
  if (asOf.version <= head.version) return asOf.version;
  const message = `This person is at version ${head.version}; there is no version ${asOf.version}. Ask for one that there is.`;
  throw failure('rejected', 'version-missing', message, { version: asOf.version, headVersion: head.version });
}

function pendingOf(context: QueryContext, key: number): number {
  const sql = 'SELECT pending AS n FROM streams WHERE id = ?';
  return context.statement<{ n: number }>('log', sql).get(key)?.n ?? 0;
}

function current(context: QueryContext, head: StreamHead): PersonState {
  const sql = `SELECT document FROM ${context.table('detail', 'details')} WHERE key = ?`;
  const row = context.statement<{ document: string }>('views', sql).get(head.key);
  return row === undefined
    ? { exists: false }
    : (parseStored(row.document, context.views.name) as PersonState);
}

/** A person now (from the view) or earlier (folded from the log). Throws `person-missing`, `person-not-in-views`. */
export function getPerson(
  context: QueryContext,
  fold: FoldStream,
  input: GetInput,
): ProcedureOutput<'persons.get'> {
  const streamId = streamIdOf('person', input.personId);
  const head = context.events.streamHead(streamId);
  if (head === null) throw missing(input.personId);
  const limit = input.asOf === undefined ? null : upTo(context, head, input.asOf);
  const past = (atMost: number): PersonState =>
    fold(
      'person',
      context.events.readStream(streamId, head).filter(({ version }) => version <= atMost),
    ) as PersonState;
  const state = limit === null ? current(context, head) : past(limit);
  if (!state.exists && limit !== null) throw missing(input.personId, ' at that time');
  // A stream may hold nothing yet that makes a person.
  if (!state.exists) throw past(head.version).exists ? notInViews(input.personId) : missing(input.personId);
  return {
    personId: input.personId,
    person: { ...state },
    displayName: summarise(state).displayName,
    version: state.version,
    headVersion: head.version,
    redirect: redirectOf(context, state),
    pendingCommits: pendingOf(context, head.key),
  };
}
