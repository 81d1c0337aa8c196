import type { PersonRow } from '../../../domain/contract/views.ts';
import { addRange, countOfSelection, MOST_CHOSEN, useSelection } from '../../state/selection.ts';
import type { MarkedRange } from '../../ui/data-table/row-marks.ts';
import { type Rows, stretchOf } from '../../ui/data-table/rows.ts';
import { asConsoleError } from '../../ui/error-words.ts';
import { change, complain, complainOfTooMany } from './change-selection.ts';
import { fetchStretch } from './queries.ts';
import type { ListSearch } from './search-params.ts';

function add(range: readonly PersonRow[]): void {
  const ids = range.map(({ personId }) => personId);
  change(addRange(useSelection.getState().selection, ids));
}

/** Selects everybody from one row to another. Those that one has not scrolled over are asked for. */
export async function selectRange(
  search: ListSearch,
  rows: Rows<PersonRow>,
  range: MarkedRange,
): Promise<void> {
  const { first, last } = range;
  if (last - first >= MOST_CHOSEN) return complainOfTooMany();
  const known = stretchOf(rows, first, last);
  if (known !== undefined) return add(known);
  const before = useSelection.getState();
  try {
    const found = await fetchStretch(search, first, last);
    const { of, selection } = useSelection.getState();
    const wasCleared = countOfSelection(before.selection) > 0 && countOfSelection(selection) === 0;
    if (of !== before.of || wasCleared) return;
    if (found.some(({ personId }) => personId === range.with)) return add(found);
    complain('They could not be selected', 'The list has changed meanwhile. Select them again.');
  } catch (thrown) {
    complain('They could not be selected', asConsoleError(thrown).message);
  }
}
