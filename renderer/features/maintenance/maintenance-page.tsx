import { useQuery } from '@tanstack/react-query';
import { viewsQuery } from '../../bridge/console-queries.ts';
import { restartEngine } from '../../bridge/engine-state.ts';
import { jobsQuery } from '../../bridge/job-queries.ts';
import { asConsoleError } from '../../ui/error-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { CareSection } from './care-section.tsx';
import { HistorySection } from './history-section.tsx';
import styles from './maintenance.module.css';
import { ViewsSection } from './views-section.tsx';

/** How the log and its views are, what keeps them in order, and what was done for it. */
export function MaintenancePage() {
  return (
    <Page label="Maintenance" className={styles['sections']}>
      <Content />
    </Page>
  );
}

function Content() {
  const views = useQuery(viewsQuery);
  const jobs = useQuery(jobsQuery);
  const error = views.error ?? jobs.error;
  if (error !== null && (views.data === undefined || jobs.data === undefined)) {
    // A thread that stays down is started again first; one that runs is left alone.
    const retry = () => void restartEngine().finally(() => Promise.all([views.refetch(), jobs.refetch()]));
    return <ErrorState title="Maintenance cannot be shown" error={asConsoleError(error)} onRetry={retry} />;
  }
  if (views.data === undefined || jobs.data === undefined)
    return <SkeletonLines lines={8} label="Loading maintenance" />;
  const titles = new Map(views.data.views.map(({ view, title }) => [view, title]));
  return (
    <>
      <div className={styles['stale']}>
        <StaleNotice
          framed
          query={views.error === null ? jobs : views}
          what="What this page says"
          onRefresh={() => void Promise.all([views.refetch(), jobs.refetch()])}
        />
      </div>
      <ViewsSection views={views.data.views} jobs={jobs.data} />
      <CareSection jobs={jobs.data} />
      <HistorySection jobs={jobs.data} titles={titles} />
    </>
  );
}
