import { useState } from 'react';
import type { Conflict } from '../../../domain/contract/conflicts.ts';
import { allConflicts, type ConflictFilter } from '../../bridge/link-queries.ts';
import { attempt } from '../../ui/attempt.ts';

export interface SelectedConflicts {
  readonly has: (conflictId: string) => boolean;
  readonly all: readonly Conflict[];
  readonly set: (conflict: Conflict, isSelected: boolean) => void;
  /** Every one that the filter finds, whether or not it has been shown. */
  readonly setAll: (filter: ConflictFilter) => Promise<void>;
  readonly clear: () => void;
}

export function useSelected(): SelectedConflicts {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Conflict>>(new Map());
  return {
    has: (conflictId) => chosen.has(conflictId),
    all: [...chosen.values()],
    set: (conflict, isSelected) => {
      const next = new Map(chosen);
      if (isSelected) next.set(conflict.conflictId, conflict);
      else next.delete(conflict.conflictId);
      setChosen(next);
    },
    setAll: async (filter) => {
      const found = await attempt('The conflicts could not be selected', () => allConflicts(filter));
      if (found !== null) setChosen(new Map(found.map((conflict) => [conflict.conflictId, conflict])));
    },
    clear: () => setChosen(new Map()),
  };
}
