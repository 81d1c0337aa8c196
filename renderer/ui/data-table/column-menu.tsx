import { Columns3 } from 'lucide-react';
import { IconButton } from '../icon-button.tsx';
import { Menu, MenuCheck, MenuHeading } from '../menu.tsx';
import { useChooseColumns, useColumnChoice, useTableWidths, withColumn } from './column-choice.ts';
import { type DataColumn, isShown } from './columns.ts';

export interface ColumnMenuProps<Row extends object> {
  readonly table: string;
  readonly columns: readonly DataColumn<Row>[];
  /** The column that says what a row is: it always shows. */
  readonly fixed: string;
}

export function ColumnMenu<Row extends object>({ table, columns, fixed }: ColumnMenuProps<Row>) {
  const choice = useColumnChoice(table);
  const choose = useChooseColumns();
  const width = useTableWidths((widths) => widths[table] ?? 0);
  return (
    <Menu trigger={<IconButton icon={Columns3} label="Columns" />}>
      <MenuHeading>Columns</MenuHeading>
      {columns.map((column) => (
        <MenuCheck
          key={column.id}
          checked={isShown(column, width, choice)}
          disabled={column.id === fixed}
          onChange={(shown) => choose(withColumn(choice, column.id, shown))}
        >
          {column.title}
        </MenuCheck>
      ))}
    </Menu>
  );
}
