import { infiniteQueryOptions, keepPreviousData, type QueryKey, queryOptions } from '@tanstack/react-query';
import type { ProcedureInput, ProcedureOutput } from '../../../domain/contract/procedures.ts';
import type { PersonPage, PersonRow } from '../../../domain/contract/views.ts';
import { call } from '../../bridge/client.ts';
import { keys } from '../../bridge/query-keys.ts';
import { usePreferences } from '../../state/preferences.ts';
import { rowFilterOf } from './list-filter.ts';
import { PAGE_ROWS } from './list-pages.ts';
import type { ListSearch } from './search-params.ts';

const FURTHER_PAGES = 250;
const limitOf = (after: string | undefined) => (after === undefined ? PAGE_ROWS : FURTHER_PAGES);

function listInput(search: ListSearch) {
  const { sort, descending } = search;
  return {
    ...(sort === undefined ? {} : { sort }),
    ...(descending === true ? { descending } : {}),
    ...rowFilterOf(search, new Date(), usePreferences.getState().timeZone),
  };
}

const paging = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: PersonPage) => page.next ?? undefined,
  placeholderData: keepPreviousData,
};

function listQuery(search: ListSearch) {
  const input = listInput(search);
  const queryKey: QueryKey = keys.list(input);
  return infiniteQueryOptions({
    ...paging,
    queryKey,
    queryFn: ({ pageParam: after }) =>
      call('persons.list', { ...input, limit: limitOf(after), ...(after === undefined ? {} : { after }) }),
  });
}

export interface NumberedPage {
  readonly page: number;
  readonly rows: readonly PersonRow[];
}

/** Pages that have gone out of sight are let go: a list may have a thousand of them. */
const OUT_OF_SIGHT_MS = 60_000;

/** A page of the sorted list by its number, wherever it is. */
export function pageQuery(search: ListSearch, page: number) {
  const input = listInput(search);
  return queryOptions({
    queryKey: keys.listPage(input, page),
    queryFn: async (): Promise<NumberedPage> => {
      const { rows } = await call('persons.list', { ...input, limit: PAGE_ROWS, offset: page * PAGE_ROWS });
      return { page, rows };
    },
    gcTime: OUT_OF_SIGHT_MS,
  });
}

/** As many as one answer holds. */
const MOST_ROWS = 1000;

/** The rows of the sorted list from one place to the last, wherever they are. */
export async function fetchStretch(
  search: ListSearch,
  first: number,
  last: number,
): Promise<readonly PersonRow[]> {
  const found: PersonRow[] = [];
  for (let offset = first; offset <= last; offset += MOST_ROWS) {
    const limit = Math.min(MOST_ROWS, last - offset + 1);
    found.push(...(await call('persons.list', { ...listInput(search), limit, offset })).rows);
  }
  return found;
}

function searchQuery(text: string, search: ListSearch) {
  const input = { text, ...rowFilterOf(search, new Date(), usePreferences.getState().timeZone) };
  const queryKey: QueryKey = keys.search(input);
  return infiniteQueryOptions({
    ...paging,
    queryKey,
    queryFn: ({ pageParam: after }) =>
      call('persons.search', { ...input, limit: limitOf(after), ...(after === undefined ? {} : { after }) }),
  });
}

/** The rows of the persons list: by search text where there is one, else the sorted list. */
export function personRowsQuery(search: ListSearch) {
  return search.q === undefined ? listQuery(search) : searchQuery(search.q, search);
}

/** How many match, asked for once a page is there that does not say it. Their order is no part of it. */
export function totalQuery(search: ListSearch) {
  const { duplicates: _compared, ...input } = rowFilterOf(
    search,
    new Date(),
    usePreferences.getState().timeZone,
  );
  return queryOptions({
    queryKey: keys.total(input),
    queryFn: async () => (await call('persons.total', input)).total,
  });
}

export const countsQuery = queryOptions({ queryKey: keys.counts, queryFn: () => call('persons.counts', {}) });

/** A person as they were: what is past does not change with what is pushed. */
export function personAsOfQuery(personId: string, version: number) {
  return queryOptions({
    queryKey: keys.asOf(personId, version),
    queryFn: () => call('persons.get', { personId, asOf: { version } }),
  });
}

/** Who may be the same person. */
const DUPLICATES_PER_PAGE = 20;

export function duplicatesQuery(personId: string) {
  return infiniteQueryOptions({
    queryKey: keys.duplicates(personId),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after }) =>
      call('persons.duplicates', {
        personId,
        limit: DUPLICATES_PER_PAGE,
        ...(after === undefined ? {} : { after }),
      }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

const RELATED_PER_PAGE = 100;

/** Who has recorded a relationship to somebody or something. */
export function relatedQuery(to: ProcedureInput<'persons.relatedTo'>['to']) {
  return infiniteQueryOptions({
    queryKey: keys.related(to),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after }) =>
      call('persons.relatedTo', {
        to,
        limit: RELATED_PER_PAGE,
        ...(after === undefined ? {} : { after }),
      }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

type TimelinePage = ProcedureOutput<'persons.timeline'>;

const EVENTS_PER_PAGE = 50;

/** As many as one answer holds. */
const MOST_EVENTS_AT_ONCE = 1000;

interface FurtherEvents {
  readonly before: number;
  readonly limit: number;
}

/** So many older ones show what a version came after. */
const EVENTS_BELOW = 10;

/** What follows a page of the history: as much as there is up to a version, so that it is one request and not twenty. */
function furtherEvents({ rows, next }: TimelinePage, backTo: number): FurtherEvents | undefined {
  if (next === null) return undefined;
  const distance = (rows.at(-1)?.version ?? 0) - backTo + EVENTS_BELOW;
  return { before: next, limit: Math.min(Math.max(distance, EVENTS_PER_PAGE), MOST_EVENTS_AT_ONCE) };
}

/** `backTo` is the version that is looked at: further pages go as far. */
export function timelineQuery(personId: string, backTo: number | null) {
  return infiniteQueryOptions({
    queryKey: keys.timeline(personId),
    initialPageParam: undefined as FurtherEvents | undefined,
    queryFn: ({ pageParam = { limit: EVENTS_PER_PAGE } }) =>
      call('persons.timeline', { personId, ...pageParam }),
    getNextPageParam: (page) => furtherEvents(page, backTo ?? Infinity),
  });
}

/** The newest events of a person after a version, newest first: what a stale form has missed. */
export function eventsSinceQuery(personId: string, version: number) {
  return queryOptions({
    queryKey: keys.since(personId, version),
    queryFn: () => call('persons.timeline', { personId, limit: EVENTS_PER_PAGE }),
    select: (page) => page.rows.filter((row) => row.version > version),
  });
}
