import type { z } from 'zod';
import type { procedures } from '../../../../domain/contract/procedures.ts';
import { toBlob } from '../uuid-blob.ts';
import type { QueryContext } from './query-context.ts';
import { positionAt } from './recorded-times.ts';

export type LogPageInput = z.output<(typeof procedures)['log.page']['input']>;
type Asked = Partial<Omit<LogPageInput, 'causationId'>> & { readonly causationIds?: readonly string[] };

/** What an event must be: between two positions, both exclusive, and such that the condition on `e` holds. */
export interface EventFilter {
  readonly low: number;
  readonly high: number;
  /** Empty where every event will do. */
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

interface Part {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

interface Span {
  readonly low: number;
  readonly high: number;
}

/** A part of the question; undefined where it is not asked, null where no event can answer it. */
type Answer<T> = T | null | undefined;

function nameId(context: QueryContext, name: string): number | null {
  return (
    context.statement<{ id: number }>('log', 'SELECT id FROM names WHERE name = ?').get(name)?.id ?? null
  );
}

function typePart(context: QueryContext, types: Asked['types']): Answer<Part> {
  if (types === undefined) return undefined;
  const ids = types.map((type) => nameId(context, type)).filter((id) => id !== null);
  if (ids.length === 0) return null;
  // As one value, so that any number of types is one statement.
  return { sql: 'e.type IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(ids)] };
}

function namePart(context: QueryContext, name: string | undefined, sql: string): Answer<Part> {
  if (name === undefined) return undefined;
  const id = nameId(context, name);
  return id === null ? null : { sql, parameters: [id] };
}

const OF_COMMIT = '(SELECT origin FROM commits WHERE number = e.commit_number) = ?';

function commitOf(context: QueryContext, commandId: string): number | null {
  const sql = 'SELECT commit_number AS number FROM commands WHERE command_id = ?';
  return context.statement<{ number: number }>('log', sql).get(toBlob(commandId))?.number ?? null;
}

/** Envelopes are written by `JSON.stringify` and hold ids only: what stands in them can be found as text. */
const NAMED = 'instr(e.metadata, ?) > 0';

/** Where an envelope names no correlation, the command is its own. */
function correlationPart(context: QueryContext, id: string | undefined): Answer<Part> {
  if (id === undefined) return undefined;
  const named = `"correlationId":"${id}"`;
  const own = commitOf(context, id);
  if (own === null) return { sql: NAMED, parameters: [named] };
  const unnamed = `e.commit_number = ? AND ifnull(instr(e.metadata, '"correlationId"'), 0) = 0`;
  return { sql: `(${NAMED} OR ${unnamed})`, parameters: [named, own] };
}

function causationPart(ids: readonly string[] | undefined): Answer<Part> {
  if (ids === undefined) return undefined;
  const parameters = ids.map((id) => `"causationId":"${id}"`);
  return { sql: `(${ids.map(() => NAMED).join(' OR ')})`, parameters };
}

export function eventSpan(context: QueryContext, eventId: string | undefined): Answer<Span> {
  if (eventId === undefined) return undefined;
  const sql = 'SELECT position FROM events WHERE event_id = ?';
  const position = context.statement<{ position: number }>('log', sql).get(toBlob(eventId))?.position;
  return position === undefined ? null : { low: position - 1, high: position + 1 };
}

export function commandSpan(context: QueryContext, commandId: string | undefined): Answer<Span> {
  if (commandId === undefined) return undefined;
  const number = commitOf(context, commandId);
  if (number === null) return null;
  const sql = 'SELECT first_event AS first, event_count AS count FROM commits WHERE number = ?';
  const commit = context.statement<{ first: number; count: number }>('log', sql).get(number);
  return commit === undefined ? null : { low: commit.first - 1, high: commit.first + commit.count };
}

/** Times are positions: the log is in the order of its times. */
function timeSpan(context: QueryContext, { from, to }: Asked): Answer<Span> {
  if (from === undefined && to === undefined) return undefined;
  const first = from === undefined ? 1 : positionAt(context, Date.parse(from));
  if (first === null) return null;
  const end = to === undefined ? null : positionAt(context, Date.parse(to));
  return { low: first - 1, high: end ?? Number.MAX_SAFE_INTEGER };
}

/** Null where no event can be found, and nothing has to be looked at. */
export function filterOf(context: QueryContext, asked: Asked): EventFilter | null {
  const { after = 0, before = Number.MAX_SAFE_INTEGER } = asked;
  const spans = [
    eventSpan(context, asked.eventId),
    commandSpan(context, asked.commandId),
    timeSpan(context, asked),
  ];
  const parts = [
    typePart(context, asked.types),
    namePart(context, asked.actor, 'e.actor = ?'),
    namePart(context, asked.origin, OF_COMMIT),
    correlationPart(context, asked.correlationId),
    causationPart(asked.causationIds),
  ];
  if (spans.includes(null) || parts.includes(null)) return null;
  const bounds = spans.filter((span) => span !== undefined && span !== null);
  const conditions = parts.filter((part) => part !== undefined && part !== null);
  return {
    low: Math.max(after, ...bounds.map(({ low }) => low)),
    high: Math.min(before, ...bounds.map(({ high }) => high)),
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}
