import { Archive, CirclePause, FileDown, Tag, X } from 'lucide-react';
import type { BulkAction } from '../../../domain/contract/bulk.ts';
import { exportColumnSchema, type PersonsFormat } from '../../../domain/contract/jobs.ts';
import { call } from '../../bridge/client.ts';
import { useBulkRequest } from '../../state/bulk-request.ts';
import { countOfSelection, type Selection, targetOf } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import { attempt } from '../../ui/attempt.ts';
import { countOf, formatCount } from '../../ui/format/number.ts';
import { MOD_KEY } from '../../ui/hooks/use-hotkeys.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { Time } from '../../ui/time.tsx';
import { useColumnChoice } from '../../ui/data-table/column-choice.ts';
import { personColumns, PERSONS_TABLE } from './columns.tsx';
import styles from './selection-bar.module.css';

export interface SelectionBarProps {
  readonly selection: Selection;
  /** How many match, where it is known. */
  readonly matching: number | null;
  readonly onAll: () => void;
  readonly onClear: () => void;
}

/** Slides over the header while somebody is selected: how many, and what can be done to all of them. */
export function SelectionBar({ selection, matching, onAll, onClear }: SelectionBarProps) {
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
      {selection.kind === 'all' ? null : (
        <Button size="small" variant="quiet" shortcut={`${MOD_KEY}+A`} onClick={onAll}>
          {matching === null ? 'Select all that match' : `Select all ${formatCount(matching)}`}
        </Button>
      )}
      <span className={styles['space']} />
      <BulkActions selection={selection} />
      <ExportMenu selection={selection} />
      <IconButton icon={X} label="Clear the selection" shortcut="Esc" onClick={onClear} />
    </div>
  );
}

function BulkActions({ selection }: { readonly selection: Selection }) {
  const open = useBulkRequest((store) => store.open);
  const order = (action: BulkAction) =>
    open({
      action,
      target: targetOf(selection),
      count: countOfSelection(selection),
      takenAt: selection.kind === 'all' ? selection.takenAt : undefined,
    });
  return (
    <>
      <Button size="small" icon={CirclePause} onClick={() => order('deactivate')}>
        Deactivate…
      </Button>
      <Menu
        trigger={
          <Button size="small" icon={Tag}>
            Tag…
          </Button>
        }
      >
        <MenuItem onSelect={() => order('add-tag')}>Add a tag…</MenuItem>
        <MenuItem onSelect={() => order('remove-tag')}>Remove a tag…</MenuItem>
      </Menu>
      <Button size="small" icon={Archive} onClick={() => order('archive')}>
        Archive…
      </Button>
    </>
  );
}

function ExportMenu({ selection }: { readonly selection: Selection }) {
  const { hidden } = useColumnChoice(PERSONS_TABLE);
  const columns = personColumns.flatMap(({ id = '' }) => {
    const column = exportColumnSchema.safeParse(id);
    return column.success && !hidden.includes(id) ? [column.data] : [];
  });
  const save = (format: PersonsFormat) =>
    attempt('They were not exported', () =>
      call('jobs.save', { kind: 'persons-export', format, columns, target: targetOf(selection) }),
    );
  return (
    <Menu
      trigger={
        <Button size="small" icon={FileDown}>
          Export…
        </Button>
      }
    >
      <MenuItem
        onSelect={() => void save('csv')}
      >{`CSV, ${countOf(columns.length, 'column')} shown…`}</MenuItem>
      <MenuItem onSelect={() => void save('json')}>JSON, whole records…</MenuItem>
      <MenuItem onSelect={() => void save('jsonl')}>JSON lines, whole records…</MenuItem>
    </Menu>
  );
}
