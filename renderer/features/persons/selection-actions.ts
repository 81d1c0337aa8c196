import { useNavigate } from '@tanstack/react-router';
import { Archive, CirclePause, FileDown, GitCompare, type LucideIcon, Tag } from 'lucide-react';
import type { BulkAction } from '../../../domain/contract/bulk.ts';
import type { PersonsFormat } from '../../../domain/contract/jobs.ts';
import { personColumnSchema } from '../../../domain/contract/views.ts';
import { call } from '../../bridge/client.ts';
import { useBulkRequest } from '../../state/bulk-request.ts';
import { countOfSelection, type Selection, targetOf } from '../../state/selection.ts';
import { attempt } from '../../ui/attempt.ts';
import { useColumnChoice } from '../../ui/data-table/column-choice.ts';
import { countOf, formatCount } from '../../ui/format/number.ts';
import { personColumns, PERSONS_TABLE } from './columns.tsx';

export interface SelectionAction {
  readonly id: string;
  /** The menu of the selection's bar that it stands in; absent where it is a button of its own. */
  readonly menu?: 'tag' | 'export';
  /** Beside the count of who is selected. */
  readonly label: string;
  /** Where it stands alone. */
  readonly title: string;
  /** Other words for it. */
  readonly also: string;
  readonly icon: LucideIcon;
  readonly run: () => void;
}

export interface SelectionOrders {
  readonly order: (action: BulkAction) => void;
  readonly save: (format: PersonsFormat) => void;
  readonly compare: () => void;
}

const changes: readonly (Omit<SelectionAction, 'id' | 'title' | 'run'> & {
  readonly id: BulkAction;
  readonly titleFor: (whom: string) => string;
})[] = [
  {
    id: 'deactivate',
    label: 'Deactivate…',
    titleFor: (whom) => `Deactivate ${whom}…`,
    also: 'suspend persons bulk',
    icon: CirclePause,
  },
  {
    id: 'add-tag',
    menu: 'tag',
    label: 'Add a tag…',
    titleFor: (whom) => `Add a tag to ${whom}…`,
    also: 'label persons bulk',
    icon: Tag,
  },
  {
    id: 'remove-tag',
    menu: 'tag',
    label: 'Remove a tag…',
    titleFor: (whom) => `Remove a tag from ${whom}…`,
    also: 'untag label persons bulk',
    icon: Tag,
  },
  {
    id: 'archive',
    label: 'Archive…',
    titleFor: (whom) => `Archive ${whom}…`,
    also: 'close persons bulk',
    icon: Archive,
  },
];

/** What can be done to everybody who is selected; tables have as many columns as the list shows. */
export function selectionActions(
  count: number,
  columns: number,
  { order, save, compare }: SelectionOrders,
): readonly SelectionAction[] {
  const whom = `the ${formatCount(count)} selected`;
  const file = (format: PersonsFormat, label: string): SelectionAction => ({
    id: `export-${format}`,
    menu: 'export',
    label,
    title: `Export ${whom}: ${label}`,
    also: 'save file download persons',
    icon: FileDown,
    run: () => save(format),
  });
  const comparison: SelectionAction = {
    id: 'compare',
    label: 'Compare',
    title: `Compare ${whom}`,
    also: 'side by side same duplicate merge persons',
    icon: GitCompare,
    run: compare,
  };
  return [
    ...(count === 2 ? [comparison] : []),
    ...changes.map(({ titleFor, ...change }) => ({
      ...change,
      title: titleFor(whom),
      run: () => order(change.id),
    })),
    file('csv', `CSV, ${countOf(columns, 'column')} shown…`),
    file('json', 'JSON, whole records…'),
    file('jsonl', 'JSON lines, whole records…'),
  ];
}

/** Those who were not chosen one by one are asked for. */
async function membersOf(selection: Selection): Promise<readonly string[]> {
  const target = targetOf(selection);
  if ('personIds' in target) return target.personIds;
  return (await call('selections.members', { ...target, limit: 2 })).personIds;
}

/** Two who are selected, side by side. */
function useCompareSelected(selection: Selection): () => void {
  const navigate = useNavigate();
  const lead = async () => {
    const [personId, otherId] = await membersOf(selection);
    if (personId === undefined || otherId === undefined) return;
    await navigate({ to: '/persons/$personId/compare/$otherId', params: { personId, otherId } });
  };
  return () => void attempt('They cannot be compared', lead);
}

export function useSelectionActions(selection: Selection): readonly SelectionAction[] {
  const open = useBulkRequest((store) => store.open);
  const { hidden } = useColumnChoice(PERSONS_TABLE);
  const columns = personColumns.flatMap(({ id = '' }) => {
    const column = personColumnSchema.safeParse(id);
    return column.success && !hidden.includes(id) ? [column.data] : [];
  });
  const target = targetOf(selection);
  const count = countOfSelection(selection);
  const takenAt = selection.kind === 'all' ? selection.takenAt : undefined;
  const compare = useCompareSelected(selection);
  return selectionActions(count, columns.length, {
    compare,
    order: (action) => open({ action, target, count, takenAt }),
    save: (format) =>
      void attempt('They were not exported', () =>
        call('jobs.save', { kind: 'persons-export', format, columns, target }),
      ),
  });
}
