import { z } from 'zod';
import { personSortSchema } from '../../../domain/contract/procedures.ts';
import { personStatusSchema } from '../../../domain/contract/views.ts';
import { sinceSchema } from './since.ts';

/** What stands in the address of the persons list. A part that makes no sense is dropped, never an error. */
const listSearchSchema = z.object({
  q: z.string().trim().min(1).max(500).optional().catch(undefined),
  sort: personSortSchema.optional().catch(undefined),
  descending: z.literal(true).optional().catch(undefined),
  status: personStatusSchema.optional().catch(undefined),
  /** Type of a component that they have. */
  has: z.string().min(1).max(100).optional().catch(undefined),
  /** What their employer begins with. */
  employer: z.string().trim().min(1).max(200).optional().catch(undefined),
  /** When they changed last: since a day, or since so many days ago. */
  since: sinceSchema.optional().catch(undefined),
  duplicates: z.literal(true).optional().catch(undefined),
  /** The person whose detail stands beside the list. */
  selected: z.uuid().optional().catch(undefined),
});

export type ListSearch = Partial<z.output<typeof listSearchSchema>>;
export type PersonSort = z.output<typeof personSortSchema>;

function present<T extends object>(value: T): Partial<T> {
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}

export function parseListSearch(raw: Readonly<Record<string, unknown>>): ListSearch {
  return present(listSearchSchema.parse(raw));
}

/** Times are read from the newest; all else from its beginning, a name from A. */
const DESCENDING_FIRST: ReadonlySet<PersonSort> = new Set(['updated', 'created']);

/** The search after a click on a column header: its natural direction first, then the other. */
export function toggleSort(search: ListSearch, by: PersonSort): ListSearch {
  const current = search.sort ?? 'name';
  const descending = current === by ? search.descending !== true : DESCENDING_FIRST.has(by);
  const { sort: _sort, descending: _descending, ...rest } = search;
  return { ...rest, ...(by === 'name' ? {} : { sort: by }), ...(descending ? { descending } : {}) };
}
