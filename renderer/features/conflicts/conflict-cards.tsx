import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Conflict } from '../../../domain/contract/conflicts.ts';
import { ConflictCard } from './conflict-card.tsx';
import { applyAgain, drop, reopen } from './decide.ts';
import { DropDialog } from './drop-dialog.tsx';
import type { SelectedConflicts } from './use-selected.ts';

export interface CardsProps {
  readonly rows: readonly Conflict[];
  readonly selected: SelectedConflicts | null;
}

/** Conflicts under each other, with what is done about one of them. */
export function Cards({ rows, selected }: CardsProps) {
  const navigate = useNavigate();
  const [dropping, setDropping] = useState<Conflict | null>(null);
  const edit = ({ conflictId, personId }: Conflict): void => {
    if (personId === null) return;
    const form = { form: 'decide-conflict', person: personId, conflict: conflictId } as const;
    void navigate({ to: '.', search: (old: object) => ({ ...old, ...form }), state: { overPage: true } });
  };
  return (
    <>
      {rows.map((conflict) => (
        <ConflictCard
          key={conflict.conflictId}
          conflict={conflict}
          selected={selected?.has(conflict.conflictId) ?? null}
          onSelect={(isSelected) => selected?.set(conflict, isSelected)}
          onApply={() => void applyAgain([conflict])}
          onEdit={() => edit(conflict)}
          onDrop={() => setDropping(conflict)}
          onReopen={() => void reopen([conflict])}
        />
      ))}
      {dropping === null ? null : (
        <DropDialog
          count={1}
          onClose={() => setDropping(null)}
          onDrop={(reason) => {
            setDropping(null);
            void drop([dropping], reason);
          }}
        />
      )}
    </>
  );
}
