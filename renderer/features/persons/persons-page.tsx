import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { personSortSchema } from '../../../domain/contract/procedures.ts';
import type { PersonRow } from '../../../domain/contract/views.ts';
import { useBuilding } from '../../bridge/building.ts';
import { useLastList } from '../../state/last-list.ts';
import { usePreferences } from '../../state/preferences.ts';
import { countOfSelection, useSelection } from '../../state/selection.ts';
import { useColumnChoice } from '../../ui/data-table/column-choice.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import type { Sort } from '../../ui/data-table/table-head.tsx';
import { useHotkeys } from '../../ui/hooks/use-hotkeys.ts';
import { Split } from '../../ui/split.tsx';
import { personColumns, PERSONS_TABLE } from './columns.tsx';
import { useOpenForm } from './forms/use-open-form.ts';
import { NoPersons } from './list-empty.tsx';
import { ListFilters } from './list-filters.tsx';
import { ListNotice } from './list-notice.tsx';
import { createRangeStore, moveRange } from './list-range.tsx';
import { CreateButton, SearchBox } from './list-toolbar.tsx';
import { exactTotal } from './match-words.ts';
import { PersonView } from './person-view.tsx';
import styles from './persons-page.module.css';
import { type ListSearch, parseListSearch, toggleSort } from './search-params.ts';
import { SelectionBar } from './selection-bar.tsx';
import { useListNavigation } from './use-list-navigation.ts';
import { usePersonRows } from './use-person-rows.ts';
import { usePersonSelection } from './use-person-selection.ts';
import { useSortFocus } from './use-sort-focus.ts';

const route = getRouteApi('/persons');

export function PersonsPage() {
  const search = parseListSearch(route.useSearch());
  const { selected } = search;
  const go = useListNavigation();
  const detailShare = usePreferences((preferences) => preferences.detailShare);
  const change = usePreferences((preferences) => preferences.change);
  useEffect(() => useLastList.setState({ search }), [search]);
  const picked = useSelection(({ selection }) => countOfSelection(selection) > 0);
  useHotkeys({ escape: go.close }, selected !== undefined && !picked);
  return (
    <Split
      label="Width of the detail"
      share={detailShare}
      onShare={(share) => change({ detailShare: share })}
      main={<PersonsList search={search} />}
      side={
        selected === undefined
          ? null
          : (alone) => (
              <PersonView
                key={selected}
                personId={selected}
                full={alone}
                onFull={alone ? undefined : () => go.open(selected)}
                onClose={go.close}
              />
            )
      }
    />
  );
}

function PersonsList({ search }: { readonly search: ListSearch }) {
  const go = useListNavigation();
  const openForm = useOpenForm();
  const searchBox = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLDivElement>(null);
  const [range] = useState(createRangeStore);
  const list = rowsKey(search);
  const { query, rows, total, hasMore, onMore, loading } = usePersonRows(search, { store: range, list });
  const matching = knownTotal(search, total);
  const building = useBuilding(search.q === undefined ? 'persons.list' : 'persons.search');
  const onRange = useCallback(
    (first: number, last: number) => moveRange(range, list, { first, last }),
    [range, list],
  );
  const create = () => openForm({ form: 'create' });
  const focusRows = () => table.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  // Whoever has not been anywhere yet reaches the rows with the first key that moves.
  const enterRows = () => {
    if (document.activeElement === document.body) focusRows();
  };
  useHotkeys({ '/': () => searchBox.current?.focus(), c: create, arrowdown: enterRows, j: enterRows });
  const onSort = useSortFocus(table, list);
  const { selection, count, marks, clear } = usePersonSelection(search, rows, matching);
  return (
    <section className={styles['page']} aria-label="Persons">
      <header className={styles['header']}>
        <h1 className={styles['title']}>Persons</h1>
        <div className={styles['tools']}>
          <SearchBox inputRef={searchBox} text={search.q ?? ''} onSearch={go.search} onLeave={focusRows} />
          <CreateButton onClick={create} />
        </div>
      </header>
      <div className={styles['filters']} data-selecting={count > 0 ? '' : undefined}>
        {count === 0 ? null : <SelectionBar selection={selection} matching={matching} marks={marks} />}
        <ListFilters search={search} range={range} loaded={rows.count} total={total} />
      </div>
      {rows.count === 0 ? null : <ListNotice query={query} building={building} />}
      <div ref={table} className={styles['table']}>
        <DataTable
          key={list}
          label="Persons"
          columns={personColumns}
          choice={useColumnChoice(PERSONS_TABLE)}
          rows={rows}
          rowId={idOf}
          total={matching}
          sort={sortOf(search, go.to, onSort)}
          selected={search.selected}
          loading={loading}
          stale={query.isPlaceholderData}
          hasMore={hasMore}
          onMore={onMore}
          onRange={onRange}
          onCursor={(cursor) => moveRange(range, list, { cursor })}
          place={useLastList.getState().places[list]}
          onLeave={(place) =>
            useLastList.setState(({ places }) => ({ places: { ...places, [list]: place } }))
          }
          onOpen={(row) => go.open(row.personId)}
          onPreview={(row) => go.preview(row.personId)}
          onClose={count > 0 ? clear : go.close}
          marks={marks}
          empty={
            <NoPersons
              search={search}
              error={query.error}
              building={building}
              onRetry={() => void query.refetch()}
              onCreate={create}
              onClear={go.clear}
            />
          }
        />
      </div>
    </section>
  );
}

function knownTotal({ q }: ListSearch, total: number | null): number | null {
  return q === undefined ? total : exactTotal(total);
}

const idOf = (row: PersonRow): string => row.personId;

/** What is in the key starts a new table: at the top, or where one was when that list was last left. */
function rowsKey({ selected: _selected, ...rows }: ListSearch): string {
  return JSON.stringify(Object.entries(rows).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Search results come best first; only the plain list is sorted. */
function sortOf(search: ListSearch, to: (search: ListSearch) => void, before: () => void): Sort | undefined {
  if (search.q !== undefined) return undefined;
  return {
    by: search.sort ?? 'name',
    descending: search.descending === true,
    onSort: (by) => {
      before();
      to(toggleSort(search, personSortSchema.parse(by)));
    },
  };
}
