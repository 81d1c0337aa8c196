import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { PersonStatus } from '../../../domain/contract/views.ts';
import { type FilterParts, withoutFilters } from './list-filter.ts';
import type { ListSearch } from './search-params.ts';

type Change = (old: ListSearch) => ListSearch;

function without<K extends keyof ListSearch>(search: ListSearch, key: K): Omit<ListSearch, K> {
  const { [key]: _dropped, ...rest } = search;
  return rest;
}

/** Every way the list's address changes. What one types or walks over replaces the entry, what one chooses adds one. */
export function useListNavigation() {
  const navigate = useNavigate();
  return useMemo(() => {
    const change = (search: Change, replace: boolean) => void navigate({ to: '/persons', search, replace });
    return {
      to: (search: ListSearch) => change(() => search, false),
      search: (q: string) =>
        change((old) => (q.trim() === '' ? without(old, 'q') : { ...old, q: q.trim() }), true),
      filter: (status: PersonStatus | undefined) =>
        change((old) => (status === undefined ? without(old, 'status') : { ...old, status }), false),
      preview: (selected: string) => change((old) => ({ ...old, selected }), true),
      close: () => change((old) => without(old, 'selected'), true),
      /** What is left out of `parts` asks nothing any more. */
      narrow: (parts: FilterParts) => change((old) => ({ ...withoutFilters(old), ...parts }), false),
      widen: (part: keyof FilterParts) => change((old) => without(old, part), false),
      clear: () => change(() => ({}), false),
      open: (personId: string) => void navigate({ to: '/persons/$personId', params: { personId } }),
    };
  }, [navigate]);
}
