import { useNavigate } from '@tanstack/react-router';
import { useLastList } from '../../state/last-list.ts';
import { type SavedFilter, useSavedFilters } from '../../state/saved-filters.ts';
import { useChooseColumns, useColumnChoice } from '../../ui/data-table/column-choice.ts';
import { statusWord } from '../../ui/status-words.ts';
import { personColumns, PERSONS_TABLE } from './columns.tsx';
import { filterChips } from './list-filter.ts';
import { type ListSearch, type PersonSort, parseListSearch } from './search-params.ts';

const sortWords: Readonly<Record<PersonSort, string>> = {
  name: 'by name',
  status: 'by status',
  email: 'by e-mail',
  phone: 'by phone',
  work: 'by role, employer',
  location: 'by location',
  created: 'by time of creation',
  updated: 'by time of change',
};

const titleOf = (id: string): string => personColumns.find((column) => column.id === id)?.title ?? id;

/** What a saved filter shows, in one line. */
export function savedWords({ search, hiddenColumns }: Omit<SavedFilter, 'id' | 'name'>): string {
  const list = parseListSearch(search);
  const { q, status, sort = 'name', descending } = list;
  return [
    ...(status === undefined ? [] : [statusWord(status)]),
    ...(q === undefined ? [] : [`“${q}”`]),
    ...filterChips(list).map(({ words }) => words),
    q === undefined ? `${sortWords[sort]}${descending === true ? ', descending' : ''}` : 'best first',
    ...(hiddenColumns.length === 0 ? [] : [`without ${hiddenColumns.map(titleOf).join(', ')}`]),
  ].join(' · ');
}

function withoutPerson({ selected: _selected, ...rest }: ListSearch): ListSearch {
  return rest;
}

/** The list as it is, or was last, and the way to one that was saved. */
export function useSavedLists() {
  const navigate = useNavigate();
  const { hidden, chosen } = useColumnChoice(PERSONS_TABLE);
  const choose = useChooseColumns();
  const { filters, open, save } = useSavedFilters();
  const search = withoutPerson(parseListSearch(useLastList((store) => store.search)));
  const present = { search, hiddenColumns: hidden, chosenColumns: chosen };
  return {
    filters,
    present,
    open,
    save: (name: string) => save({ name: name.trim(), ...present }),
    apply: (filter: SavedFilter) => {
      const { hiddenColumns, chosenColumns = [] } = filter;
      choose({ table: PERSONS_TABLE, hidden: hiddenColumns, chosen: chosenColumns });
      void navigate({ to: '/persons', search: parseListSearch(filter.search) });
    },
  };
}
