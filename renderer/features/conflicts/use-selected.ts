import { useRef, useState } from 'react';
import type { Conflict } from '../../../domain/contract/conflicts.ts';
import { allConflicts, type ConflictFilter } from '../../bridge/link-queries.ts';
import { attempt } from '../../ui/attempt.ts';

export interface SelectedConflicts {
  readonly has: (conflictId: string) => boolean;
  readonly all: readonly Conflict[];
  readonly set: (conflict: Conflict, isSelected: boolean) => void;
  /** Every one that the filter finds: what is shown at once, the others as soon as they are read. */
  readonly setAll: (filter: ConflictFilter, shown: readonly Conflict[], matching: number) => Promise<void>;
  /** Not all that are to be chosen have been read. */
  readonly isReading: boolean;
  readonly clear: () => void;
}

export function useSelected(): SelectedConflicts {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Conflict>>(new Map());
  const [isReading, setReading] = useState(false);
  /** Counts what was asked for: what is read late does not undo what was chosen since. */
  const asked = useRef(0);
  const stopReading = (): void => {
    asked.current += 1;
    setReading(false);
  };
  const choose = (conflicts: readonly Conflict[]): void =>
    setChosen(new Map(conflicts.map((conflict) => [conflict.conflictId, conflict])));
  return {
    has: (conflictId) => chosen.has(conflictId),
    all: [...chosen.values()],
    set: (conflict, isSelected) => {
      stopReading();
      const next = new Map(chosen);
      if (isSelected) next.set(conflict.conflictId, conflict);
      else next.delete(conflict.conflictId);
      setChosen(next);
    },
    setAll: async (filter, shown, matching) => {
      // Before anything is waited for: the next key is meant for what appears beside the box.
      stopReading();
      choose(shown);
      if (shown.length >= matching) return;
      const mine = asked.current;
      setReading(true);
      const found = await attempt('The conflicts could not be selected', () => allConflicts(filter));
      if (mine !== asked.current) return;
      setReading(false);
      if (found !== null) choose(found);
    },
    isReading,
    clear: () => {
      stopReading();
      setChosen(new Map());
    },
  };
}
