import { Link } from '@tanstack/react-router';
import { CircleAlert, CircleCheck } from 'lucide-react';
import type { Job } from '../../../domain/contract/jobs.ts';
import { type VerifyReport, verifyReportSchema } from '../../../domain/contract/views.ts';
import { jobTitle, resultWords, type ViewTitles } from '../../ui/job-words.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog, DialogBody } from '../../ui/dialog.tsx';
import { countOf, formatCount, formatSeconds } from '../../ui/format/number.ts';
import { JsonView } from '../../ui/json-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Badge } from '../../ui/status.tsx';
import { BulkReport } from './bulk-report.tsx';
import { checkWords } from './check-words.ts';
import { jobLook } from '../../ui/job-look.ts';
import styles from './maintenance.module.css';

export interface JobDialogProps {
  readonly job: Job;
  readonly titles: ViewTitles;
  readonly onClose: () => void;
}

/** All that is known of a piece of work: what it found, where its file is, why it failed. */
export function JobDialog({ job, titles, onClose }: JobDialogProps) {
  const { tone, icon } = jobLook(job);
  return (
    <Dialog
      open
      onClose={onClose}
      title={jobTitle(job, titles)}
      placement={job.kind === 'bulk' ? 'wide' : 'centre'}
    >
      <DialogBody>
        <div className={styles['report']}>
          <Notice tone={tone} icon={icon} title={resultWords(job)}>
            {job.error === null ? null : (
              <>
                Code <code>{job.error.code}</code>
              </>
            )}
          </Notice>
          <FileLine job={job} />
          <Report job={job} titles={titles} />
          {job.kind === 'bulk' ? <BulkReport job={job} /> : null}
          {job.kind === 'import' ? (
            <p>
              <Link to="/import" search={{ run: job.jobId }}>
                What came of each row
              </Link>
            </p>
          ) : null}
          {job.result === null || job.kind === 'bulk' ? null : (
            <details className={styles['raw']}>
              <summary>As JSON</summary>
              <JsonView label="Result" text={JSON.stringify(job.result)} />
            </details>
          )}
        </div>
      </DialogBody>
    </Dialog>
  );
}

function FileLine({ job: { kind, subject } }: { readonly job: Job }) {
  if (subject === null || kind === 'rebuild' || kind === 'bulk' || kind === 'import') return null;
  return (
    <p className={styles['file']}>
      <bdi dir="ltr">{subject}</bdi>
      <CopyButton value={subject} label="Copy the path" />
    </p>
  );
}

function Report({ job, titles }: Omit<JobDialogProps, 'onClose'>) {
  const parsed = job.kind === 'verify' ? verifyReportSchema.safeParse(job.result) : null;
  if (parsed?.success !== true) return null;
  const { checks, events, commits, streams, persons, seconds } = parsed.data;
  const facts = { Events: events, Commits: commits, Streams: streams, Persons: persons };
  return (
    <>
      <FindingsList report={parsed.data} />
      <dl className={styles['facts']}>
        {Object.entries(facts).map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatCount(count)}</dd>
          </div>
        ))}
        <div>
          <dt>Took</dt>
          <dd>{formatSeconds(seconds)}</dd>
        </div>
      </dl>
      <ul className={styles['checks']} aria-label="Checks">
        {checks.map(({ check, ok, findings }) => (
          <li key={check}>
            <Badge plain tone={ok ? 'ok' : 'danger'} icon={ok ? CircleCheck : CircleAlert}>
              {`${checkWords(check, titles)}${ok ? '' : `: ${countOf(findings, 'finding')}`}`}
            </Badge>
          </li>
        ))}
      </ul>
    </>
  );
}

function FindingsList({ report: { findings, unlisted } }: { readonly report: VerifyReport }) {
  if (findings.length === 0) return null;
  return (
    <>
      <ul className={styles['findings']}>
        {findings.map(({ code, message }, index) => (
          <li key={index}>
            <p>{message}</p>
            <p className={styles['note']}>
              Code <code>{code}</code>
            </p>
          </li>
        ))}
      </ul>
      {unlisted === 0 ? null : (
        <p className={styles['note']}>{countOf(unlisted, 'further finding')} not listed here</p>
      )}
    </>
  );
}
