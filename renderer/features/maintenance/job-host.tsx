import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { viewsQuery } from '../../bridge/console-queries.ts';
import { jobsQuery } from '../../bridge/job-queries.ts';
import { parseJobSearch, useShowJob } from './job-address.ts';
import { JobDialog } from './job-dialog.tsx';

/** Shows the piece of work that the address names, over whatever page is open. */
export function JobHost() {
  const { job: jobId } = parseJobSearch(useSearch({ strict: false }));
  const show = useShowJob();
  const views = useQuery(viewsQuery).data?.views ?? [];
  const jobs = useQuery({ ...jobsQuery, enabled: jobId !== undefined }).data ?? [];
  const job = jobs.find((each) => each.jobId === jobId);
  if (job === undefined) return null;
  const titles = new Map(views.map(({ view, title }) => [view, title]));
  return <JobDialog job={job} titles={titles} onClose={() => show(null)} />;
}
