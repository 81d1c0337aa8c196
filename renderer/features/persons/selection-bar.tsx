import { FileDown, type LucideIcon, Tag, X } from 'lucide-react';
import type { PersonRow } from '../../../domain/contract/views.ts';
import { countOfSelection, type Selection } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import type { RowMarks } from '../../ui/data-table/row-marks.ts';
import { formatCount } from '../../ui/format/number.ts';
import { MOD_KEY } from '../../ui/hooks/use-hotkeys.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { Time } from '../../ui/time.tsx';
import { type SelectionAction, useSelectionActions } from './selection-actions.ts';
import styles from './selection-bar.module.css';

export interface SelectionBarProps {
  readonly selection: Selection;
  /** How many match, where it is known. */
  readonly matching: number | null;
  readonly marks: Pick<RowMarks<PersonRow>, 'state' | 'onAll' | 'onClear'>;
}

/** Stands in the place of the filters while somebody is selected: how many, and what can be done to all of them. */
export function SelectionBar({ selection, matching, marks }: SelectionBarProps) {
  const count = countOfSelection(selection);
  return (
    <div className={styles['bar']} role="region" aria-label="Selection">
      <p className={styles['count']} role="status">
        <strong>{formatCount(count)}</strong> selected
        {selection.kind === 'all' ? (
          <span
            className={styles['note']}
            data-hint="Who matched then is selected. Whoever comes to match later is not."
          >
            : all that matched at <Time at={selection.takenAt} clock />
          </span>
        ) : null}
      </p>
      {marks.state === 'all' || selection.kind === 'all' ? null : (
        <Button size="small" variant="quiet" shortcut={`${MOD_KEY}+A`} onClick={marks.onAll}>
          {matching === null ? 'Select all that match' : `Select all ${formatCount(matching)}`}
        </Button>
      )}
      <Actions actions={useSelectionActions(selection)} />
      <IconButton size="small" icon={X} label="Clear the selection" shortcut="Esc" onClick={marks.onClear} />
    </div>
  );
}

interface ActionsProps {
  readonly actions: readonly SelectionAction[];
}

function Actions({ actions }: ActionsProps) {
  const button = (wanted: string) =>
    actions
      .filter(({ id }) => id === wanted)
      .map(({ id, label, icon, run }) => (
        <Button key={id} size="small" icon={icon} onClick={run}>
          {label}
        </Button>
      ));
  return (
    <div className={styles['actions']}>
      {button('compare')}
      {button('deactivate')}
      <ActionMenu actions={actions} menu="tag" icon={Tag} label="Tag…" />
      {button('archive')}
      <ActionMenu actions={actions} menu="export" icon={FileDown} label="Export…" />
    </div>
  );
}

interface ActionMenuProps extends ActionsProps {
  readonly menu: SelectionAction['menu'];
  readonly icon: LucideIcon;
  readonly label: string;
}

function ActionMenu({ actions, menu, icon, label }: ActionMenuProps) {
  return (
    <Menu
      trigger={
        <Button size="small" icon={icon}>
          {label}
        </Button>
      }
    >
      {actions
        .filter((action) => action.menu === menu)
        .map((action) => (
          <MenuItem key={action.id} onSelect={action.run}>
            {action.label}
          </MenuItem>
        ))}
    </Menu>
  );
}
