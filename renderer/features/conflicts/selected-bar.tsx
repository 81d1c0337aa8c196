import { RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import type { Conflict } from '../../../domain/contract/conflicts.ts';
import type { ConflictFilter } from '../../bridge/link-queries.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format/number.ts';
import styles from './conflicts.module.css';
import { applyAgain, drop, reopen } from './decide.ts';
import { useDecisions } from './decisions.ts';
import { DropDialog } from './drop-dialog.tsx';
import type { SelectedConflicts } from './use-selected.ts';

interface SelectedProps {
  readonly filter: ConflictFilter;
  readonly selected: SelectedConflicts;
  readonly rows: readonly Conflict[];
  readonly matching: number;
}

/** Which conflicts are chosen, and what can be decided about all of them. */
export function Selected({ filter, selected, rows, matching }: SelectedProps) {
  const [asked, setAsked] = useState(false);
  const isDeciding = useDecisions(({ underWay }) => underWay !== null);
  const { all, isReading } = selected;
  // Never out of reach: Tab would lead past it, and Enter to one card where all were meant.
  const isBusy = isDeciding || isReading;
  const isNone = all.length === 0;
  const isEvery = !isNone && all.length >= matching;
  const decide = (work: Promise<void>): void => void work.then(selected.clear);
  return (
    <div className={styles['selection']} role="group" aria-label="Selection">
      <label className={styles['every']}>
        <input
          type="checkbox"
          checked={isEvery}
          ref={(box) => {
            if (box !== null) box.indeterminate = !isNone && !isEvery;
          }}
          onChange={(event) =>
            event.target.checked ? void selected.setAll(filter, rows, matching) : selected.clear()
          }
        />
        {isNone
          ? `Select all ${formatCount(matching)}`
          : `${formatCount(all.length)} of ${formatCount(matching)} selected`}
      </label>
      {isNone ? null : filter.state === 'open' ? (
        <>
          <Button size="small" icon={RotateCcw} busy={isBusy} onClick={() => decide(applyAgain(all))}>
            Apply again
          </Button>
          <Button size="small" icon={X} variant="quiet" busy={isBusy} onClick={() => setAsked(true)}>
            Drop…
          </Button>
        </>
      ) : (
        <Button size="small" icon={RotateCcw} busy={isBusy} onClick={() => decide(reopen(all))}>
          Take up again
        </Button>
      )}
      {asked ? (
        <DropDialog
          count={all.length}
          onClose={() => setAsked(false)}
          onDrop={(reason) => {
            setAsked(false);
            decide(drop(all, reason));
          }}
        />
      ) : null}
    </div>
  );
}
