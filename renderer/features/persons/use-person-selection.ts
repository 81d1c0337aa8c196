import { useEffect, useMemo } from 'react';
import type { PersonRow } from '../../../domain/contract/views.ts';
import { call } from '../../bridge/client.ts';
import { usePreferences } from '../../state/preferences.ts';
import {
  countOfSelection,
  coverage,
  isSelected,
  type Members,
  NOBODY,
  type Selection,
  toggle,
  useSelection,
} from '../../state/selection.ts';
import type { RowMarks } from '../../ui/data-table/row-marks.ts';
import type { Rows } from '../../ui/data-table/rows.ts';
import { asConsoleError } from '../../ui/error-words.ts';
import { MOD_KEY, useHotkeys } from '../../ui/hooks/use-hotkeys.ts';
import { change, complain } from './change-selection.ts';
import { filterOf } from './list-filter.ts';
import type { ListSearch } from './search-params.ts';
import { selectRange } from './select-range.ts';
import { useSelectionMembers } from './use-selection-members.ts';

/** A selection of everybody was taken at one moment: nobody is put into it afterwards. */
function changeOne(selection: Selection, row: PersonRow, members: Members): void {
  // Whoever is not known yet may be in it as well.
  if (selection.kind === 'some' || members.get(row.personId) !== false)
    return change(toggle(selection, row.personId));
  complain(
    `${row.displayName} came to match after the others were selected`,
    `Select all that match again (${MOD_KEY}+A) to take everybody in.`,
  );
}

/** Everybody who matches now. Who comes to match later is not in it: what is done later is done to these. */
async function selectAll(search: ListSearch): Promise<void> {
  const filter = filterOf(search, new Date(), usePreferences.getState().timeZone);
  const before = useSelection.getState();
  try {
    const taken = await call('selections.take', { filter });
    // It took its time: another list is shown, or the operator has chosen by hand.
    if (useSelection.getState() === before) change({ kind: 'all', except: new Set(), ...taken });
  } catch (thrown) {
    complain('They could not be selected', asConsoleError(thrown).message);
  }
}

/** What the list shows apart from its order: a selection is made from it and goes with it. */
function whatMatches({ selected: _s, sort: _o, descending: _d, ...rest }: ListSearch): string {
  return JSON.stringify(Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Which rows are selected, and every way to select more. `matching`: how many match, where it is known. */
export function usePersonSelection(search: ListSearch, rows: Rows<PersonRow>, matching: number | null) {
  const store = useSelection();
  const { clear } = store;
  const matches = whatMatches(search);
  const selection = store.of === matches ? store.selection : NOBODY;
  const { members, gone } = useSelectionMembers(selection, rows);
  useEffect(() => {
    if (!gone) return;
    clear();
    complain('The selection is gone', 'Long work was started anew meanwhile. Select them again.');
  }, [gone, clear]);
  useEffect(() => {
    const { of, begin } = useSelection.getState();
    if (of !== matches) begin(matches);
  }, [matches]);
  const marks = useMemo<RowMarks<PersonRow>>(
    () => ({
      isMarked: (row) => isSelected(selection, row, members),
      state: coverage(selection, members, { loaded: rows.loaded, matching }),
      onToggle: (row) => changeOne(selection, row, members),
      onRange: (range) => void selectRange(search, rows, range),
      onAll: () => void selectAll(search),
      onClear: clear,
    }),
    [selection, members, rows, matching, search, clear],
  );
  const count = countOfSelection(selection);
  useHotkeys({ 'mod+a': marks.onAll });
  useHotkeys({ escape: clear }, count > 0);
  return { selection, count, marks, clear };
}
