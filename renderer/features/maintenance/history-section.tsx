import { Trash2 } from 'lucide-react';
import type { Job } from '../../../domain/contract/jobs.ts';
import { jobTitle, resultWords, type ViewTitles } from '../../ui/job-words.ts';
import { Button } from '../../ui/button.tsx';
import { formatSeconds } from '../../ui/format/number.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Badge } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import { useShowJob } from './job-address.ts';
import { jobLook } from '../../ui/job-look.ts';
import { WholeWords } from '../../ui/whole-words.tsx';
import { PageSection } from '../../ui/page.tsx';
import styles from './maintenance.module.css';
import { type JobActions, useJobActions } from './use-job-actions.ts';

export interface HistorySectionProps {
  readonly jobs: readonly Job[];
  readonly titles: ViewTitles;
}

/** Everything that was set going, with what came of it. */
export function HistorySection({ jobs, titles }: HistorySectionProps) {
  const show = useShowJob();
  const actions = useJobActions();
  return (
    <PageSection title="Work done">
      {jobs.length === 0 ? (
        <p className={styles['none']}>
          Nothing was done here yet. Checks, rebuilds, backups, exports and changes to many persons appear
          here with their results.
        </p>
      ) : (
        <JobsTable jobs={jobs} titles={titles} actions={actions} onShow={show} />
      )}
    </PageSection>
  );
}

interface JobsTableProps extends HistorySectionProps {
  readonly actions: JobActions;
  readonly onShow: (jobId: string) => void;
}

function JobsTable({ jobs, titles, actions, onShow }: JobsTableProps) {
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">Work</th>
          <th scope="col">State</th>
          <th scope="col">Result</th>
          <th scope="col">Started</th>
          <th scope="col" className={styles['number']}>
            Took
          </th>
          <th scope="col">
            <span className="visually-hidden">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <JobRow key={job.jobId} job={job} titles={titles} actions={actions} onShow={onShow} />
        ))}
      </tbody>
    </table>
  );
}

function tookWords({ startedAt, endedAt }: Job): string {
  return endedAt === null ? '—' : formatSeconds((Date.parse(endedAt) - Date.parse(startedAt)) / 1000);
}

interface JobRowProps extends Omit<JobsTableProps, 'jobs'> {
  readonly job: Job;
}

function JobRow({ job, titles, actions, onShow }: JobRowProps) {
  const { tone, icon, word } = jobLook(job);
  const title = jobTitle(job, titles);
  const result = resultWords(job);
  const isRunning = job.state === 'running';
  return (
    <tr>
      <th scope="row">
        <Button variant="quiet" size="small" className={styles['open']} onClick={() => onShow(job.jobId)}>
          {title}
        </Button>
      </th>
      <td>
        <Badge tone={tone} icon={icon} plain>
          {word}
        </Badge>
      </td>
      <WholeWords words={<bdi>{result}</bdi>}>
        <td className={styles['result']}>{result}</td>
      </WholeWords>
      <td className={styles['when']}>
        <Time at={job.startedAt} />
        {job.startedBy === null ? null : (
          <>
            {' by '}
            <bdi>{job.startedBy}</bdi>
          </>
        )}
      </td>
      <td className={styles['number']}>{tookWords(job)}</td>
      <td className={styles['actions']}>
        {isRunning ? (
          <Button
            size="small"
            className={styles['beforeRemove']}
            aria-label={`Cancel: ${title}`}
            onClick={() => actions.cancel(job)}
          >
            Cancel
          </Button>
        ) : (
          <IconButton
            size="small"
            icon={Trash2}
            label={`Remove from this list: ${title}`}
            onClick={() => actions.remove(job)}
          />
        )}
      </td>
    </tr>
  );
}
