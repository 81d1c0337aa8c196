import { useQuery } from '@tanstack/react-query';
import { FlaskConical, RotateCw } from 'lucide-react';
import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';
import type { Job } from '../../../domain/contract/jobs.ts';
import { jobsQuery } from '../../bridge/job-queries.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ImportReport } from './import-report.tsx';
import { problemsOf } from './mapping-problems.ts';
import type { ImportUnderWay } from './use-import.ts';
import { useImportActions } from './use-import-actions.ts';
import { STEP_KEY, useStepButton } from './use-step-button.ts';

export interface TryStepProps {
  readonly underWay: ImportUnderWay;
  readonly mapping: ImportMapping;
}

/** The last dry run of this file, and whether file and mapping are still what they were. */
export function useTried(
  { draft, inspection }: ImportUnderWay,
  mapping: ImportMapping | null,
): { readonly job: Job | null; readonly isCurrent: boolean; readonly isOfFile: boolean } {
  const jobs = useQuery(jobsQuery).data ?? [];
  const tried = draft?.tried;
  const job = jobs.find(({ jobId }) => jobId === tried?.jobId) ?? null;
  const isOfFile = tried?.mark === inspection.file.mark;
  return { job, isOfFile, isCurrent: job !== null && isOfFile && tried.of === JSON.stringify(mapping) };
}

/** What would come of every row, before anything is changed. */
export function TryStep({ underWay, mapping }: TryStepProps) {
  const { tryOut } = useImportActions();
  const { job, isCurrent, isOfFile } = useTried(underWay, mapping);
  const isReady = problemsOf(mapping).length === 0;
  const run = () => void tryOut(underWay.inspection.file, mapping);
  const ref = useStepButton(`${job?.jobId}`, job === null || !isCurrent);
  if (job === null)
    return (
      <EmptyState
        icon={FlaskConical}
        title="See what would come of it"
        actions={
          // Not the button that imports, which stands where the way on stood before.
          <Button
            ref={ref}
            autoFocus
            variant="primary"
            icon={FlaskConical}
            shortcut={STEP_KEY}
            disabled={!isReady}
            onClick={run}
          >
            Start the dry run
          </Button>
        }
      >
        {isReady
          ? 'A dry run reads the whole file and says of every row whether the person is new, changed, possibly there already, or refused, and why. It changes nothing.'
          : 'The mapping has to be mended first.'}
      </EmptyState>
    );
  return (
    <>
      {isCurrent ? null : (
        <Notice
          tone="attention"
          title={
            isOfFile
              ? 'The mapping has changed since this dry run'
              : 'The file has changed since this dry run'
          }
          actions={
            <Button
              ref={ref}
              size="small"
              variant="primary"
              icon={RotateCw}
              shortcut={STEP_KEY}
              disabled={!isReady}
              onClick={run}
            >
              Dry run again
            </Button>
          }
        />
      )}
      <ImportReport key={job.jobId} job={job} dryRun onAgain={isCurrent ? run : undefined} />
    </>
  );
}
