import { Columns3 } from 'lucide-react';
import { usePreferences } from '../../state/preferences.ts';
import { IconButton } from '../icon-button.tsx';
import { Menu, MenuCheck, MenuHeading } from '../menu.tsx';
import type { DataColumn } from './columns.ts';

const none: readonly string[] = [];

/** Ids of the columns that the operator has hidden in a table. */
export function useHiddenColumns(table: string): readonly string[] {
  return usePreferences((preferences) => preferences.hiddenColumns[table] ?? none);
}

export interface ColumnMenuProps<Row extends object> {
  readonly table: string;
  readonly columns: readonly DataColumn<Row>[];
  /** The column that says what a row is: it always shows. */
  readonly fixed: string;
}

export function ColumnMenu<Row extends object>({ table, columns, fixed }: ColumnMenuProps<Row>) {
  const hidden = useHiddenColumns(table);
  const hiddenColumns = usePreferences((preferences) => preferences.hiddenColumns);
  const change = usePreferences((preferences) => preferences.change);
  const toggle = (id: string, shown: boolean) => {
    const rest = hidden.filter((other) => other !== id);
    change({ hiddenColumns: { ...hiddenColumns, [table]: shown ? rest : [...rest, id] } });
  };
  return (
    <Menu trigger={<IconButton icon={Columns3} label="Columns" />}>
      <MenuHeading>Columns, where there is room</MenuHeading>
      {columns.map((column) => (
        <MenuCheck
          key={column.id}
          checked={!hidden.includes(column.id)}
          disabled={column.id === fixed}
          onChange={(shown) => toggle(column.id, shown)}
        >
          {column.title}
        </MenuCheck>
      ))}
    </Menu>
  );
}
