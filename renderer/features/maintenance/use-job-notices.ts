import { useSearch } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import type { Job } from '../../../domain/contract/jobs.ts';
import { useQuery } from '@tanstack/react-query';
import { onPush } from '../../bridge/client.ts';
import { viewsQuery } from '../../bridge/console-queries.ts';
import { hasFindings, jobTitle, noticeWords, type ViewTitles } from '../../ui/job-words.ts';
import { parseJobSearch } from './job-address.ts';
import { type AppNotice, useNotices } from '../../state/notices.ts';

const NO_TITLES: ViewTitles = new Map();

function toneOf(job: Job): AppNotice['tone'] {
  if (job.state === 'failed' || hasFindings(job)) return 'danger';
  return job.state === 'done' ? 'ok' : 'info';
}

/** Says on whatever page when long work has ended: the operator went on with something else meanwhile. */
export function useJobNotices(): void {
  const search = useSearch({ strict: false });
  const { job: jobId } = parseJobSearch(search);
  const run = 'run' in search ? search.run : undefined;
  /** Where the operator looks at it already, the dialog or the page says so. */
  const isShown = useEffectEvent((ended: string) => ended === jobId || ended === run);
  const views = useQuery(viewsQuery).data?.views;
  useEffect(() => {
    const titles = views === undefined ? NO_TITLES : new Map(views.map(({ view, title }) => [view, title]));
    return onPush((push) => {
      if (push.name !== 'job.changed' || push.payload.state === 'running') return;
      const job = push.payload;
      if (isShown(job.jobId)) return;
      useNotices
        .getState()
        .show({ tone: toneOf(job), title: jobTitle(job, titles), detail: noticeWords(job) });
    });
  }, [views]);
}
