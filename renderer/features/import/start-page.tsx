import { useQuery } from '@tanstack/react-query';
import { FileInput, Trash2 } from 'lucide-react';
import { importResultSchema } from '../../../domain/contract/import.ts';
import type { Job } from '../../../domain/contract/jobs.ts';
import { mappingsQuery } from '../../bridge/import-queries.ts';
import { jobsQuery } from '../../bridge/job-queries.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { asConsoleError } from '../../ui/error-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { jobLook } from '../../ui/job-look.ts';
import { resultWords } from '../../ui/job-words.ts';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { Badge } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import { type GoImport, useGoImport } from './address.ts';
import { type ImportDraft, useImportDrafts } from './drafts.ts';
import { PageSection } from '../../ui/page.tsx';
import { WholeWords } from '../../ui/whole-words.tsx';
import styles from './import.module.css';
import { reachedBy, withoutTried } from './reached.ts';
import { SavedMappings } from './saved-mappings.tsx';
import { useBeginImport } from './use-begin-import.ts';

/** Where an import begins, and where earlier ones are found again. */
export function StartPage() {
  const jobs = useQuery(jobsQuery);
  const mappings = useQuery(mappingsQuery);
  const drafts = useImportDrafts((store) => store.drafts);
  const go = useGoImport();
  const error = jobs.error ?? mappings.error;
  const retry = () => void Promise.all([jobs.refetch(), mappings.refetch()]);
  if (jobs.data === undefined || mappings.data === undefined) {
    if (error === null) return <SkeletonLines lines={8} label="Loading the imports" />;
    return <ErrorState title="Imports cannot be shown" error={asConsoleError(error)} onRetry={retry} />;
  }
  const imports = jobs.data.filter(({ kind }) => kind === 'import');
  const begun = Object.entries(drafts)
    .filter(([, { imported }]) => imported !== true)
    .toReversed();
  const earlier = withoutTried(
    imports,
    begun.map(([, draft]) => draft),
  );
  // Whichever could not be refreshed, trying again is about both.
  const { error: failed, isStale, isFetching } = jobs.error === null ? mappings : jobs;
  const shown = { error: failed, isStale, isFetching, refetch: retry };
  const isNew = imports.length + begun.length + mappings.data.length === 0;
  return (
    <>
      <StaleNotice framed query={shown} what="What this page says" onRefresh={retry} />
      {isNew ? (
        <div className={styles['nothing']}>
          <NothingYet />
        </div>
      ) : null}
      {begun.length === 0 ? null : <Begun drafts={begun} jobs={imports} go={go} />}
      {earlier.length === 0 ? null : <Imports jobs={earlier} go={go} />}
      <SavedMappings mappings={mappings.data} jobs={imports} />
    </>
  );
}

function NothingYet() {
  const { choose } = useBeginImport();
  return (
    <EmptyState
      icon={FileInput}
      title="Nothing was imported yet"
      actions={
        <Button icon={FileInput} onClick={() => void choose()}>
          Choose a file…
        </Button>
      }
    >
      Persons come from tables (CSV), JSON and JSON Lines. Choose a file or drop it anywhere on this page. You
      say which column is what, see what would come of every row, and only then is anything changed.
    </EmptyState>
  );
}

interface BegunProps {
  readonly drafts: readonly (readonly [string, ImportDraft])[];
  readonly jobs: readonly Job[];
  readonly go: GoImport;
}

function Begun({ drafts, jobs, go }: BegunProps) {
  const drop = useImportDrafts((store) => store.drop);
  return (
    <PageSection title="Begun here">
      <table className={styles['jobs']}>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Reached</th>
            <th scope="col">Begun</th>
            <th scope="col">
              <span className="visually-hidden">Forget</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {drafts.map(([fileId, draft]) => {
            const { name, begunAt } = draft;
            const { words, step } = reachedBy(draft, jobs);
            return (
              <tr key={fileId}>
                <th scope="row">
                  <Button
                    variant="quiet"
                    size="small"
                    className={styles['open']}
                    onClick={() => go({ file: fileId, step })}
                  >
                    <bdi>{name}</bdi>
                  </Button>
                </th>
                <WholeWords words={words}>
                  <td className={styles['result']}>{words}</td>
                </WholeWords>
                <td className={styles['when']}>{begunAt === undefined ? '—' : <Time at={begunAt} />}</td>
                <td className={styles['forget']}>
                  <IconButton
                    icon={Trash2}
                    size="small"
                    label={`Forget what was begun with ${name}`}
                    onClick={() => drop(fileId)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </PageSection>
  );
}

function Imports({ jobs, go }: { readonly jobs: readonly Job[]; readonly go: GoImport }) {
  return (
    <PageSection title="Earlier imports">
      <table className={styles['jobs']}>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">State</th>
            <th scope="col">Result</th>
            <th scope="col" className={styles['mapping']}>
              Mapping
            </th>
            <th scope="col">Started</th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => {
            const { tone, icon, word } = jobLook(job);
            const result = importResultSchema.safeParse(job.result).data;
            return (
              <tr key={job.jobId}>
                <th scope="row">
                  <Button
                    variant="quiet"
                    size="small"
                    className={styles['open']}
                    onClick={() => go({ run: job.jobId })}
                  >
                    <bdi>{job.subject ?? 'A file'}</bdi>
                  </Button>
                </th>
                <td>
                  <Badge plain tone={tone} icon={icon}>
                    {word}
                  </Badge>
                </td>
                <WholeWords words={<bdi>{resultWords(job)}</bdi>}>
                  <td className={styles['result']}>{resultWords(job)}</td>
                </WholeWords>
                <td className={styles['mapping']}>{result?.mapping ?? '—'}</td>
                <td className={styles['when']}>
                  <Time at={job.startedAt} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </PageSection>
  );
}
