import { memo, useRef, useState } from 'react';
import { ColumnMenu } from '../../ui/data-table/column-menu.tsx';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { useHotkeys } from '../../ui/hooks/use-hotkeys.ts';
import { personColumns, PERSONS_TABLE } from './columns.tsx';
import { FilterDialog } from './filter-dialog.tsx';
import { filterChips, type FilterParts } from './list-filter.ts';
import { ListRange, MatchCount, type RangeStore } from './list-range.tsx';
import { FilterButton, StatusFilter } from './list-toolbar.tsx';
import styles from './persons-page.module.css';
import { SavedMenu } from './saved-menu.tsx';
import type { ListSearch } from './search-params.ts';
import { useListNavigation } from './use-list-navigation.ts';

interface FiltersProps {
  readonly search: ListSearch;
  readonly range: RangeStore;
  readonly loaded: number;
  readonly total: number | null;
}

/** What the list is narrowed by. Stays as it is while pages of the list come in. */
export const ListFilters = memo(function ListFilters({ search, range, loaded, total }: FiltersProps) {
  const go = useListNavigation();
  const [editing, setEditing] = useState(false);
  const edit = () => setEditing(true);
  const close = () => setEditing(false);
  const button = useRef<HTMLButtonElement>(null);
  useHotkeys({ f: edit });
  const searching = search.q !== undefined;
  const chips = filterChips(search);
  const narrow = (parts: FilterParts) => {
    close();
    go.narrow(parts);
  };
  return (
    <>
      <div className={styles['segments']}>
        <StatusFilter
          status={search.status}
          counted={!searching && chips.length === 0}
          onChange={go.filter}
        />
      </div>
      {searching ? <MatchCount total={total} /> : <ListRange store={range} loaded={loaded} total={total} />}
      <div className={styles['choices']}>
        <FilterButton ref={button} onClick={edit} />
        <SavedMenu />
        <ColumnMenu table={PERSONS_TABLE} columns={personColumns} fixed="name" />
      </div>
      <div className={styles['chips']}>
        <FilterChips
          chips={chips.map(({ part, words }) => ({
            id: part,
            value: <bdi>{words}</bdi>,
            onRemove: () => go.widen(part),
          }))}
          onEdit={edit}
          onClear={() => go.narrow({})}
          home={button}
        />
      </div>
      {editing ? <FilterDialog search={search} onApply={narrow} onClose={close} /> : null}
    </>
  );
});
