import { useMemo } from 'react';
import { create } from 'zustand';
import { usePreferences } from '../../state/preferences.ts';

/** What the operator wants of a table's columns; of the others the room decides. */
export interface ColumnChoice {
  /** Under this name the choice is kept. */
  readonly table: string;
  readonly hidden: readonly string[];
  /** Chosen by hand: these show at any width. */
  readonly chosen: readonly string[];
}

const none: readonly string[] = [];

export function useColumnChoice(table: string): ColumnChoice {
  const hidden = usePreferences(({ hiddenColumns }) => hiddenColumns[table] ?? none);
  const chosen = usePreferences(({ chosenColumns }) => chosenColumns[table] ?? none);
  return useMemo(() => ({ table, hidden, chosen }), [table, hidden, chosen]);
}

/** For every table at once: where each choice is kept, a whole record is written. */
export function useChooseColumns(): (choice: ColumnChoice) => void {
  const hiddenColumns = usePreferences((preferences) => preferences.hiddenColumns);
  const chosenColumns = usePreferences((preferences) => preferences.chosenColumns);
  const change = usePreferences((preferences) => preferences.change);
  return ({ table, hidden, chosen }) =>
    change({
      hiddenColumns: { ...hiddenColumns, [table]: hidden },
      chosenColumns: { ...chosenColumns, [table]: chosen },
    });
}

/** Ticked, a column shows wherever it is; unticked it stays away. */
export function withColumn(choice: ColumnChoice, id: string, shown: boolean): ColumnChoice {
  const without = (ids: readonly string[]) => ids.filter((other) => other !== id);
  const hidden = without(choice.hidden);
  const chosen = without(choice.chosen);
  return shown
    ? { ...choice, hidden, chosen: [...chosen, id] }
    : { ...choice, hidden: [...hidden, id], chosen };
}

/** How wide each table is now, in CSS pixels: its menu stands elsewhere and ticks what really shows. */
export const useTableWidths = create<Readonly<Record<string, number>>>()(() => ({}));
