import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { GitCompareArrows } from 'lucide-react';
import type { Conflict } from '../../../domain/contract/conflicts.ts';
import {
  type ConflictFilter,
  conflictCountsQuery,
  conflictQuery,
  conflictsQuery,
} from '../../bridge/link-queries.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { asConsoleError } from '../../ui/error-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { focusHome } from '../../ui/focus-home.ts';
import { formatCount } from '../../ui/format/number.ts';
import { Page } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { severityWord } from '../../words/severity-words.ts';
import { Cards } from './conflict-cards.tsx';
import styles from './conflicts.module.css';
import { parseConflictSearch } from './conflict-search.ts';
import { DecidedNotice } from './decided-notice.tsx';
import { Selected } from './selected-bar.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useSelected } from './use-selected.ts';

type State = Conflict['state'];

const states = [
  ['open', 'To decide'],
  ['applied', 'Carried out'],
  ['dropped', 'Dropped'],
] as const;

const severities = [
  { value: 'all', label: 'Any reason' },
  ...(['same-field', 'rests-on', 'impossible'] as const).map((value) => ({
    value,
    label: severityWord(value),
  })),
] as const;

const nothing: Readonly<Record<State, string>> = {
  open: 'Changes that were made offline and cannot be joined with what others changed appear here.',
  applied: 'Conflicts whose change was carried out again appear here.',
  dropped: 'Conflicts that somebody decided against appear here, and can be taken up again.',
};

/** What could not be joined with what others did: nothing of it is lost, and nothing won in silence. */
export function ConflictsPage() {
  const { only } = parseConflictSearch(useSearch({ strict: false }));
  return only === undefined ? <AllConflicts /> : <OneConflict key={only} conflictId={only} />;
}

function OneConflict({ conflictId }: { readonly conflictId: string }) {
  const query = useQuery(conflictQuery(conflictId));
  return (
    <Page
      label="Conflict"
      className={styles['page']}
      notice={
        query.data === undefined ? null : (
          <StaleNotice query={query} what="This conflict" onRefresh={() => void query.refetch()} />
        )
      }
    >
      <p>
        <Link to="/conflicts">All conflicts</Link>
      </p>
      <DecidedNotice />
      {query.data === undefined ? (
        <Waiting error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Cards rows={[query.data]} selected={null} />
      )}
    </Page>
  );
}

function Waiting({ error, onRetry }: { readonly error: Error | null; readonly onRetry: () => void }) {
  if (error === null) return <SkeletonLines lines={6} label="Loading the conflicts" />;
  return <ErrorState title="The conflicts cannot be shown" error={asConsoleError(error)} onRetry={onRetry} />;
}

function AllConflicts() {
  const { state = 'open', severity } = parseConflictSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const filter: ConflictFilter = { state, severity };
  const query = useInfiniteQuery(conflictsQuery(filter));
  const counts = useQuery(conflictCountsQuery).data;
  const show = (next: ConflictFilter): void =>
    void navigate({
      to: '/conflicts',
      replace: true,
      search: {
        ...(next.state === 'open' ? {} : { state: next.state }),
        ...(next.severity === undefined ? {} : { severity: next.severity }),
      },
    });
  return (
    <Page
      label="Conflicts"
      className={styles['page']}
      notice={
        query.data === undefined ? null : (
          <StaleNotice query={query} what="This list" onRefresh={() => void query.refetch()} />
        )
      }
    >
      <div className={styles['filters']} {...focusHome}>
        <Segments
          label="Conflicts by state"
          value={state}
          onChange={(value) => show({ state: value, severity })}
          segments={states.map(([value, label]) => ({ value, label, count: counts?.[value] }))}
        />
        <Segments
          label="Conflicts by reason"
          value={severity ?? 'all'}
          onChange={(value) => show({ state, severity: value === 'all' ? undefined : value })}
          segments={severities}
        />
      </div>
      <DecidedNotice />
      {query.data === undefined ? (
        <Waiting error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Conflicts
          key={`${state} ${severity ?? ''}`}
          filter={filter}
          rows={query.data.pages.flatMap((page) => page.rows)}
          matching={query.data.pages[0]?.matching ?? 0}
          more={query.hasNextPage ? () => void query.fetchNextPage({ cancelRefetch: false }) : null}
          isLoading={query.isFetchingNextPage}
        />
      )}
    </Page>
  );
}

interface ConflictsProps {
  readonly filter: ConflictFilter;
  readonly rows: readonly Conflict[];
  readonly matching: number;
  /** Loads further ones; null where all are there. */
  readonly more: (() => void) | null;
  readonly isLoading: boolean;
}

function Conflicts({ filter, rows, matching, more, isLoading }: ConflictsProps) {
  const selected = useSelected();
  const { list, onFocus } = useKeptFocus(rows);
  const { state, severity } = filter;
  if (rows.length === 0) {
    return (
      <EmptyState icon={GitCompareArrows} title={state === 'open' ? 'Nothing to decide' : 'None'}>
        {severity === undefined ? nothing[state] : 'There is none for this reason.'}
      </EmptyState>
    );
  }
  const isMany = matching > 1 && state !== 'applied';
  return (
    <div ref={list} className={styles['list']} onFocus={onFocus}>
      {isMany ? <Selected filter={filter} selected={selected} rows={rows} matching={matching} /> : null}
      <Cards rows={rows} selected={isMany ? selected : null} />
      {more === null ? null : (
        <div className={styles['more']}>
          <Button size="small" busy={isLoading} onClick={more}>
            {isLoading ? 'Loading…' : 'Load older'}
          </Button>
          {`${formatCount(rows.length)} of ${formatCount(matching)} shown`}
        </div>
      )}
    </div>
  );
}
