import { definitionOf } from '../../../domain/contract/forms.ts';
import type { PersonFilter } from '../../../domain/contract/person-filter.ts';
import type { Zone } from '../../ui/format/zone.ts';
import type { ListSearch } from './search-params.ts';
import { sinceInstant, sinceWords } from './since.ts';

const parts = ['has', 'employer', 'since', 'duplicates'] as const;

/** What narrows the list besides the state and the search. */
export type FilterParts = Pick<ListSearch, (typeof parts)[number]>;

export interface FilterChip {
  readonly part: keyof FilterParts;
  readonly words: string;
}

export function withoutFilters(search: ListSearch): ListSearch {
  const { has: _has, employer: _employer, since: _since, duplicates: _duplicates, ...rest } = search;
  return rest;
}

export function filtersIn(search: ListSearch): FilterParts {
  const entries = parts
    .map((part) => [part, search[part]] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

export function typeTitle(type: string): string {
  return definitionOf(type)?.title ?? type;
}

/** Each filter in words, in the order in which they are offered. */
export function filterChips({ has, employer, since, duplicates }: ListSearch): readonly FilterChip[] {
  return [
    ...(has === undefined ? [] : [{ part: 'has' as const, words: `Has ${typeTitle(has).toLowerCase()}` }]),
    ...(employer === undefined
      ? []
      : [{ part: 'employer' as const, words: `Employer begins with “${employer}”` }]),
    ...(since === undefined ? [] : [{ part: 'since' as const, words: sinceWords(since) }]),
    ...(duplicates === undefined ? [] : [{ part: 'duplicates' as const, words: 'Has possible duplicates' }]),
  ];
}

function present<T extends object>(value: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> };
}

/** What the engine is asked for. A relative time becomes an instant here: the engine knows no “last week”. */
export function rowFilterOf(search: ListSearch, now: Date, zone: Zone) {
  const { status, has, employer, since, duplicates } = search;
  return present({
    status: status === undefined ? undefined : [status],
    componentType: has,
    employer,
    changedSince: since === undefined ? undefined : sinceInstant(since, now, zone),
    duplicates,
  });
}

/** The same with the words of a search: everybody who matches, whatever the order. */
export function filterOf(search: ListSearch, now: Date, zone: Zone): PersonFilter {
  const { q } = search;
  return { ...rowFilterOf(search, now, zone), ...(q === undefined ? {} : { text: q }) };
}
