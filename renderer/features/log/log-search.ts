import { z } from 'zod';
import type { ProcedureInput } from '../../../domain/contract/procedures.ts';

const position = z.number().int().min(1);
const instant = z.iso.datetime({ offset: true });
const text = z.string().min(1).max(300);

/** What stands in the address of the event log. A part that makes no sense is dropped, never an error. */
const logSearchSchema = z.object({
  types: z.array(text).min(1).max(100).optional().catch(undefined),
  stream: text.optional().catch(undefined),
  actor: text.optional().catch(undefined),
  origin: z.uuid().optional().catch(undefined),
  from: instant.optional().catch(undefined),
  to: instant.optional().catch(undefined),
  correlation: z.uuid().optional().catch(undefined),
  cause: z.uuid().optional().catch(undefined),
  command: z.uuid().optional().catch(undefined),
  id: z.uuid().optional().catch(undefined),
  order: z.literal('oldest').optional().catch(undefined),
  /** Where the list begins; absent: at the end of the log, or at its beginning where the oldest come first. */
  at: position.optional().catch(undefined),
  /** Position of the event whose detail stands beside the list. */
  event: position.optional().catch(undefined),
});

export type LogSearch = Partial<z.output<typeof logSearchSchema>>;
export type LogFilter = Omit<ProcedureInput<'log.page'>, 'after' | 'before' | 'limit' | 'scan'>;

function present<T extends object>(value: T): Partial<T> {
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}

export function parseLogSearch(raw: Readonly<Record<string, unknown>>): LogSearch {
  return present(logSearchSchema.parse(raw));
}

export function without(search: LogSearch, ...keys: readonly (keyof LogSearch)[]): LogSearch {
  const dropped: ReadonlySet<string> = new Set(keys);
  const rest = Object.entries(search).filter(([key]) => !dropped.has(key));
  return Object.fromEntries(rest);
}

/** What the engine is asked for. */
export function filterOf(search: LogSearch): LogFilter {
  const { types, stream, actor, origin, from, to, correlation, cause, command, id } = search;
  const asked = { types, streamId: stream, actor, origin, from, to, correlationId: correlation };
  return present({ ...asked, causationId: cause, commandId: command, eventId: id });
}

export function isFiltered(search: LogSearch): boolean {
  return Object.keys(filterOf(search)).length > 0;
}

/** Everything that narrows the list down is gone; order and detail stay. */
export function unfiltered({ order, event }: LogSearch): LogSearch {
  return present({ order, event });
}

/** What makes the rows: another list starts again at its top. */
export function rowsKey(search: LogSearch): string {
  return JSON.stringify([filterOf(search), search.order, search.at]);
}

export function toggleType(search: LogSearch, type: string): LogSearch {
  const { types = [] } = search;
  const next = types.includes(type) ? types.filter((other) => other !== type) : [...types, type];
  return next.length === 0 ? without(search, 'types') : { ...search, types: next };
}

/** The other way round; where the list began is another place then. */
export function toggleOrder(search: LogSearch): LogSearch {
  const rest = without(search, 'order', 'at');
  return search.order === undefined ? { ...rest, order: 'oldest' } : rest;
}
