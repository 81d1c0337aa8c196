import { useInfiniteQuery, type UseInfiniteQueryResult, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { keys } from '../../bridge/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { asConsoleError } from '../../ui/error-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { countOf } from '../../ui/format/number.ts';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import type { ShowAsOf } from './as-of.ts';
import { EventList } from './event-list.tsx';
import { timelineQuery } from './queries.ts';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import styles from './timeline.module.css';
import { useUndoableEvent } from './undo/use-undoable-event.ts';
import { useReadBackTo } from './use-read-back-to.ts';

interface TimelineProps {
  readonly personId: string;
  /** The version that the page shows: what came after it had not happened yet. */
  readonly asOf: number;
  /** There are later ones. */
  readonly isPast: boolean;
  readonly onAsOf: ShowAsOf | undefined;
}

/** Whoever looks back sees in the history where they are, once that version is loaded. */
function useVersionInSight(version: number | null, loaded: number): RefObject<HTMLDivElement | null> {
  const history = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (version === null) return;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    history.current
      ?.querySelector(`[data-version="${version}"]`)
      ?.scrollIntoView({ block: 'nearest', behavior: isStill ? 'instant' : 'smooth' });
  }, [version, loaded]);
  return history;
}

/** A person's history, a page at a time. */
export function Timeline({ personId, asOf, isPast, onAsOf }: TimelineProps) {
  const client = useQueryClient();
  const looked = isPast ? asOf : null;
  const timeline = useInfiniteQuery(timelineQuery(personId, looked));
  const events = useMemo(() => timeline.data?.pages.flatMap((page) => page.rows) ?? [], [timeline.data]);
  const superseded = useMemo(
    () => timeline.data?.pages.flatMap((page) => page.superseded) ?? [],
    [timeline.data],
  );
  const isFurther = useReadBackTo(looked, events, timeline);
  const history = useVersionInSight(looked, events.length);
  const undo = useUndoableEvent(personId, events, events[0]?.version === asOf);
  if (timeline.data === undefined) {
    if (timeline.error === null) return <SkeletonLines lines={6} label="Loading the history" />;
    return (
      <ErrorState
        title="The history cannot be shown"
        error={asConsoleError(timeline.error)}
        onRetry={() => void timeline.refetch()}
      />
    );
  }
  return (
    <div ref={history} className={styles['timeline']}>
      <div className={styles['notice']}>
        <StaleNotice
          query={timeline}
          what="The history"
          onRefresh={() => void client.resetQueries({ queryKey: keys.timeline(personId) })}
        />
      </div>
      <EventList
        personId={personId}
        events={events}
        superseded={superseded}
        label="What happened, newest first"
        asOf={asOf}
        onAsOf={onAsOf}
        undo={undo}
      />
      <End timeline={timeline} count={events.length} further={isFurther ? asOf : null} />
    </div>
  );
}

interface EndProps {
  readonly timeline: UseInfiniteQueryResult;
  readonly count: number;
  /** The version that is looked at, where it is older than all that is loaded. */
  readonly further: number | null;
}

function End({ timeline, count, further }: EndProps) {
  if (!timeline.hasNextPage)
    return <p className={styles['end']}>{`${countOf(count, 'event')}, from the first on`}</p>;
  return (
    <>
      {further === null ? null : <p className={styles['end']}>{`Version ${further} is further back.`}</p>}
      <Button
        size="small"
        busy={timeline.isFetchingNextPage}
        onClick={() => void timeline.fetchNextPage({ cancelRefetch: false })}
      >
        {timeline.isFetchingNextPage ? 'Loading…' : 'Load older'}
      </Button>
    </>
  );
}
