import { useInfiniteQuery } from '@tanstack/react-query';
import { FileDown, Play, RotateCw, X } from 'lucide-react';
import { useState } from 'react';
import type { ImportCounts, ImportOutcome } from '../../../domain/contract/import.ts';
import type { Job } from '../../../domain/contract/jobs.ts';
import { importResultsQuery } from '../../bridge/import-queries.ts';
import { Button } from '../../ui/button.tsx';
import { asConsoleError } from '../../ui/error-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { focusHome, useFocusOnArrival } from '../../ui/focus-home.ts';
import { jobLook } from '../../ui/job-look.ts';
import { progressWords, resultWords, shareOf } from '../../ui/job-words.ts';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Segments } from '../../ui/segments.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { Unread } from '../../ui/unread.tsx';
import { ImportRows } from './import-rows.tsx';
import styles from './import.module.css';
import { NotTaken } from './not-taken.tsx';
import { useJobActions } from './use-import-actions.ts';

export interface ImportReportProps {
  readonly job: Job;
  readonly dryRun: boolean;
  /** Persons may have changed since a dry run. */
  readonly onAgain?: (() => void) | undefined;
}

/** How far an import or a dry run is, and what came of every row. */
export function ImportReport({ job, dryRun, onAgain }: ImportReportProps) {
  const [outcome, setOutcome] = useState<ImportOutcome | 'all'>('all');
  const results = useInfiniteQuery(importResultsQuery(job.jobId, outcome));
  const counts = results.data?.pages[0]?.counts;
  // What began it is gone once it runs, and what cancels it once it has ended.
  useFocusOnArrival(job.state === 'running');
  useFocusOnArrival(job.state !== 'running');
  return (
    <div {...focusHome} className={styles['report']}>
      {job.state === 'running' ? (
        <Running job={job} dryRun={dryRun} />
      ) : (
        <Ended job={job} dryRun={dryRun} onAgain={onAgain} counts={counts} />
      )}
      {counts === undefined ? (
        <Waiting error={results.error} retry={() => void results.refetch()} />
      ) : (
        <>
          <div className={styles['aboveRows']}>
            <div className={styles['filter']}>
              <Segments
                label="Show rows"
                segments={segmentsOf(counts)}
                value={outcome}
                onChange={setOutcome}
              />
            </div>
            {job.state === 'running' || counts.rows === 0 ? null : <ExportRows job={job} />}
          </div>
          <ImportRows rows={results.data?.pages.flatMap((page) => page.rows) ?? []} dryRun={dryRun} />
        </>
      )}
      {counts === undefined ? null : <Unread query={results} what="What came of the rows" />}
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

/** All of them, whichever are shown. */
function ExportRows({ job }: { readonly job: Job }) {
  const { exportRows } = useJobActions();
  return (
    <Button size="small" icon={FileDown} onClick={() => exportRows(job)}>
      Export all rows as CSV…
    </Button>
  );
}

function Waiting({ error, retry }: { readonly error: Error | null; readonly retry: () => void }) {
  if (error === null) return <SkeletonLines lines={6} label="Loading the rows" />;
  return <ErrorState title="The rows cannot be shown" error={asConsoleError(error)} onRetry={retry} />;
}

function segmentsOf({ rows, new: added, changed, unchanged, duplicate, refused }: ImportCounts) {
  return [
    { value: 'all', label: 'All', count: rows },
    { value: 'new', label: 'New', count: added },
    { value: 'changed', label: 'Changed', count: changed },
    { value: 'unchanged', label: 'Unchanged', count: unchanged },
    { value: 'duplicate', label: 'Possible duplicates', count: duplicate },
    { value: 'refused', label: 'Refused', count: refused },
  ] as const;
}

function Running({ job, dryRun }: ImportReportProps) {
  const { cancel } = useJobActions();
  return (
    <div className={styles['running']}>
      <Progress label={dryRun ? 'Dry run' : 'Import'} share={shareOf(job.progress)} />
      <span className={styles['progressWords']}>{progressWords(job)}</span>
      <Button size="small" icon={X} onClick={() => cancel(job)}>
        Cancel
      </Button>
    </div>
  );
}

interface EndedProps extends ImportReportProps {
  readonly counts: ImportCounts | undefined;
}

function NoticeAction({ job, onAgain }: ImportReportProps) {
  const { resume } = useJobActions();
  if (job.state !== 'done')
    return (
      <Button size="small" icon={Play} onClick={() => resume(job)}>
        Go on from there
      </Button>
    );
  if (onAgain === undefined) return null;
  return (
    <Button size="small" icon={RotateCw} onClick={onAgain}>
      Dry run again
    </Button>
  );
}

/** What going on does; the title says how far it came. */
const endedEarly: Readonly<Partial<Record<Job['state'], string>>> = {
  interrupted: 'The console closed before the import was done. Going on repeats no row.',
  cancelled: 'Going on repeats no row.',
};

/** Whoever is refused or passed over is to be looked at, however well the rest went. */
function wantsALook(job: Job, counts: ImportCounts | undefined): boolean {
  return job.state === 'done' && counts !== undefined && counts.refused + counts.duplicate > 0;
}

function Ended({ job, dryRun, onAgain, counts }: EndedProps) {
  const { tone, icon } = jobLook(job);
  const isPartial = wantsALook(job, counts);
  return (
    <>
      <Notice
        tone={isPartial ? 'attention' : tone}
        icon={isPartial ? undefined : icon}
        title={resultWords(job)}
        actions={<NoticeAction job={job} dryRun={dryRun} onAgain={onAgain} />}
      >
        {job.error === null ? null : (
          <>
            Code <code>{job.error.code}</code>{' '}
          </>
        )}
        {dryRun && job.state === 'done' ? 'Nothing was changed yet.' : endedEarly[job.state]}
      </Notice>
      {counts === undefined ? null : <NotTaken job={job} counts={counts} />}
    </>
  );
}
