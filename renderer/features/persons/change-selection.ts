import { useNotices } from '../../state/notices.ts';
import { MOST_CHOSEN, type Selection, useSelection } from '../../state/selection.ts';
import { formatCount } from '../../ui/format/number.ts';

export function complain(title: string, detail?: string): void {
  useNotices.getState().show({ tone: 'attention', title, detail });
}

export function complainOfTooMany(): void {
  complain(
    `At most ${formatCount(MOST_CHOSEN)} persons can be selected one by one`,
    'Narrow the list by filters and select all that match.',
  );
}

export function change(selection: Selection): void {
  if (!useSelection.getState().change(selection)) complainOfTooMany();
}
