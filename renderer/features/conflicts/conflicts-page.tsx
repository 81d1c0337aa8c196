import { useQuery } from '@tanstack/react-query';
import { GitCompareArrows, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import type { Conflict } from '../../../domain/contract/conflicts.ts';
import { conflictsQuery } from '../../bridge/link-queries.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { asConsoleError } from '../../ui/error-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { countOf, formatCount } from '../../ui/format/number.ts';
import { Page } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { ConflictCard } from './conflict-card.tsx';
import styles from './conflicts.module.css';
import { applyAgain, drop, reopen } from './decide.ts';
import { DropDialog } from './drop-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';

type State = Conflict['state'];

const states = [
  ['open', 'To decide'],
  ['applied', 'Carried out'],
  ['dropped', 'Dropped'],
] as const;

const nothing: Readonly<Record<State, string>> = {
  open: 'Changes that were made offline and cannot be joined with what others changed appear here.',
  applied: 'Conflicts whose change was carried out again appear here.',
  dropped: 'Conflicts that somebody decided against appear here, and can be taken up again.',
};

/** What could not be joined with what others did: nothing of it is lost, and nothing won in silence. */
export function ConflictsPage() {
  const [state, setState] = useState<State>('open');
  const query = useQuery(conflictsQuery(state));
  const counts = query.data?.counts;
  return (
    <Page
      label="Conflicts"
      className={styles['page']}
      notice={<StaleNotice query={query} what="This list" onRefresh={() => void query.refetch()} />}
    >
      <Segments
        label="Conflicts by state"
        value={state}
        onChange={setState}
        segments={states.map(([value, label]) => ({ value, label, count: counts?.[value] }))}
      />
      {query.data === undefined ? (
        query.error === null ? (
          <SkeletonLines lines={6} label="Loading the conflicts" />
        ) : (
          <ErrorState
            title="The conflicts cannot be shown"
            error={asConsoleError(query.error)}
            onRetry={() => void query.refetch()}
          />
        )
      ) : (
        <Conflicts key={state} state={state} rows={query.data.rows} count={query.data.counts[state]} />
      )}
    </Page>
  );
}

interface ConflictsProps {
  readonly state: State;
  readonly rows: readonly Conflict[];
  readonly count: number;
}

type Asked =
  | { readonly what: 'drop'; readonly conflicts: readonly Conflict[] }
  | { readonly what: 'edit'; readonly conflict: Conflict };

function Conflicts({ state, rows, count }: ConflictsProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  if (rows.length === 0) {
    return (
      <EmptyState icon={GitCompareArrows} title={state === 'open' ? 'Nothing to decide' : 'None'}>
        {nothing[state]}
      </EmptyState>
    );
  }
  const selected = rows.filter(({ conflictId }) => chosen.has(conflictId));
  const select = (conflictId: string, isSelected: boolean): void => {
    const next = new Set(chosen);
    if (isSelected) next.add(conflictId);
    else next.delete(conflictId);
    setChosen(next);
  };
  return (
    <>
      {state === 'open' && rows.length > 1 ? (
        <Selected
          selected={selected.length}
          all={rows.length}
          onAll={(every) => setChosen(new Set(every ? rows.map(({ conflictId }) => conflictId) : []))}
          onApply={() => void applyAgain(selected)}
          onDrop={() => setAsked({ what: 'drop', conflicts: selected })}
        />
      ) : null}
      {rows.map((conflict) => (
        <ConflictCard
          key={conflict.conflictId}
          conflict={conflict}
          selected={rows.length > 1 ? chosen.has(conflict.conflictId) : null}
          onSelect={(isSelected) => select(conflict.conflictId, isSelected)}
          onApply={() => void applyAgain([conflict])}
          onEdit={() => setAsked({ what: 'edit', conflict })}
          onDrop={() => setAsked({ what: 'drop', conflicts: [conflict] })}
          onReopen={() => void reopen(conflict)}
        />
      ))}
      {count > rows.length ? (
        <p className={styles['more']}>
          and {formatCount(count - rows.length)} older ones, once these are decided
        </p>
      ) : null}
      <Dialogs asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

function Dialogs({ asked, onClose }: { readonly asked: Asked | null; readonly onClose: () => void }) {
  if (asked === null) return null;
  if (asked.what === 'edit') return <EditDialog conflict={asked.conflict} onClose={onClose} />;
  return (
    <DropDialog
      count={asked.conflicts.length}
      onClose={onClose}
      onDrop={(reason) => {
        onClose();
        void drop(asked.conflicts, reason);
      }}
    />
  );
}

interface SelectedProps {
  readonly selected: number;
  readonly all: number;
  readonly onAll: (every: boolean) => void;
  readonly onApply: () => void;
  readonly onDrop: () => void;
}

function Selected({ selected, all, onAll, onApply, onDrop }: SelectedProps) {
  return (
    <div className={styles['selection']} role="group" aria-label="Selection">
      <label className={styles['every']}>
        <input type="checkbox" checked={selected === all} onChange={(event) => onAll(event.target.checked)} />
        {selected === 0
          ? `Select all ${formatCount(all)}`
          : countOf(selected, 'conflict selected', 'conflicts selected')}
      </label>
      <Button size="small" icon={RotateCcw} disabled={selected === 0} onClick={onApply}>
        Apply again
      </Button>
      <Button size="small" icon={X} variant="quiet" disabled={selected === 0} onClick={onDrop}>
        Drop…
      </Button>
    </div>
  );
}
