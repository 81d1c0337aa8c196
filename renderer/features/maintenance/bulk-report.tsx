import { useInfiniteQuery } from '@tanstack/react-query';
import { FileDown, Play, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import type { BulkCounts, BulkState } from '../../../domain/contract/bulk.ts';
import type { Job } from '../../../domain/contract/jobs.ts';
import { bulkResultsQuery } from '../../bridge/job-queries.ts';
import { useBulkRequest } from '../../state/bulk-request.ts';
import { Button } from '../../ui/button.tsx';
import { asConsoleError } from '../../ui/error-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { shareOf } from '../../ui/job-words.ts';
import { Progress } from '../../ui/progress.tsx';
import { Segments } from '../../ui/segments.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { Unread } from '../../ui/unread.tsx';
import styles from './bulk-report.module.css';
import { BulkRows } from './bulk-rows.tsx';
import { bulkUndoOf } from './bulk-undo.ts';
import { useShowJob } from './job-address.ts';
import { useJobActions } from './use-job-actions.ts';

/** What a change to many persons has come to: how far it is, what can be done about it, and each person's result. */
export function BulkReport({ job }: { readonly job: Job }) {
  const [state, setState] = useState<BulkState | 'all'>('all');
  const results = useInfiniteQuery(bulkResultsQuery(job.jobId, state));
  const counts = results.data?.pages[0]?.counts;
  if (counts === undefined) {
    if (results.error === null) return <SkeletonLines lines={5} label="Loading the results" />;
    const error = asConsoleError(results.error);
    return (
      <ErrorState title="The results cannot be shown" error={error} onRetry={() => void results.refetch()} />
    );
  }
  const rows = results.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className={styles['report']}>
      {job.state === 'running' ? <Running job={job} /> : <Actions job={job} counts={counts} />}
      <div className={styles['filter']}>
        <Segments
          label="Show results"
          segments={segmentsOf(counts, job.state === 'running')}
          value={state}
          onChange={setState}
        />
      </div>
      <BulkRows rows={rows} />
      <Unread query={results} what="What came of each" />
      {results.hasNextPage ? (
        <Button
          size="small"
          busy={results.isFetchingNextPage}
          onClick={() => void results.fetchNextPage({ cancelRefetch: false })}
        >
          Show more
        </Button>
      ) : null}
    </div>
  );
}

function segmentsOf({ total, done, refused, unchanged, notReached }: BulkCounts, isRunning: boolean) {
  return [
    { value: 'all', label: 'All', count: total },
    { value: 'done', label: 'Done', count: done },
    { value: 'refused', label: 'Refused', count: refused },
    { value: 'unchanged', label: 'Nothing to change', count: unchanged },
    { value: 'not-reached', label: isRunning ? 'Still to come' : 'Not reached', count: notReached },
  ] as const;
}

function Running({ job }: { readonly job: Job }) {
  const { cancel } = useJobActions();
  return (
    <div className={styles['running']}>
      <Progress label="Change to many persons" share={shareOf(job.progress)} />
      <Button size="small" icon={X} onClick={() => cancel(job)}>
        Cancel
      </Button>
    </div>
  );
}

function Actions({ job, counts }: { readonly job: Job; readonly counts: BulkCounts }) {
  const { resume, save } = useJobActions();
  const order = useBulkRequest((store) => store.open);
  const show = useShowJob();
  const { jobId } = job;
  const undo = bulkUndoOf(job, counts.done);
  return (
    <div className={styles['actions']}>
      {counts.notReached > 0 && job.state !== 'done' ? (
        <Button size="small" icon={Play} onClick={() => resume(job)}>
          Go on from there
        </Button>
      ) : null}
      {undo === null ? null : (
        <Button
          size="small"
          variant="undo"
          icon={Undo2}
          onClick={() => {
            show(null);
            order(undo.request);
          }}
        >
          {undo.words}
        </Button>
      )}
      <Button size="small" icon={FileDown} onClick={() => void save({ kind: 'results-export', jobId })}>
        Export as CSV…
      </Button>
    </div>
  );
}
