import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { FileInput, Pencil } from 'lucide-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { importResultSchema } from '../../../domain/contract/import.ts';
import { jobsQuery } from '../../bridge/job-queries.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { asConsoleError } from '../../ui/error-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Page, type PageProps } from '../../ui/page.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { type ImportStep, parseImportSearch, useGoImport } from './address.ts';
import { endCalm, toldProblems, useCalmRule } from './calm-rule.ts';
import { useImportDrafts } from './drafts.ts';
import { DropArea } from './drop-area.tsx';
import { FileStep } from './file-step.tsx';
import { ImportReport } from './import-report.tsx';
import styles from './import.module.css';
import { MappingStep } from './mapping-step.tsx';
import { type Problem, problemsOf } from './mapping-problems.ts';
import { goToProblem } from './problems-notice.tsx';
import { StartDialog } from './start-dialog.tsx';
import { StartPage } from './start-page.tsx';
import { StepsNav } from './steps-nav.tsx';
import { TryStep, useTried } from './try-step.tsx';
import { type ImportUnderWay, useImport } from './use-import.ts';
import { useBeginImport } from './use-begin-import.ts';
import { useImportActions } from './use-import-actions.ts';
import { STEP_KEY, useStepButton } from './use-step-button.ts';

/** Persons from a file: what it holds, what of it is what, what would come of it, and what came of it. */
export function ImportPage() {
  const { file, step, run } = parseImportSearch(useSearch({ strict: false }));
  const { choose } = useBeginImport();
  if (run !== undefined && step === undefined) return <RunPage key={run} jobId={run} />;
  if (file !== undefined) return <FilePage key={file} fileId={file} step={step ?? 'file'} />;
  return (
    <Frame
      title="Import"
      action={
        <Button variant="primary" icon={FileInput} onClick={() => void choose()}>
          Choose a file…
        </Button>
      }
    >
      <StartPage />
    </Frame>
  );
}

function Frame(props: Omit<PageProps, 'label' | 'className'>) {
  return (
    <DropArea>
      <Page label="Import" className={styles['parts']} {...props} />
    </DropArea>
  );
}

interface FilePageProps {
  readonly fileId: string;
  readonly step: ImportStep;
}

function FilePage({ fileId, step }: FilePageProps) {
  const { query, underWay } = useImport(fileId);
  const { choose } = useBeginImport();
  const steps = <StepsNav fileId={fileId} current={step} />;
  if (query.error !== null)
    return (
      <Frame title={underWay?.inspection.file.name ?? 'Import'} beside={steps}>
        <ErrorState
          title="The file cannot be read"
          error={asConsoleError(query.error)}
          onRetry={() => void query.refetch()}
          instead={<Button onClick={() => void choose()}>Choose it again…</Button>}
        />
        {underWay === null ? null : <FileStep underWay={underWay} />}
      </Frame>
    );
  if (underWay === null)
    return (
      <Frame title="Import" beside={steps}>
        <SkeletonLines lines={8} label="Reading the file" />
      </Frame>
    );
  return (
    <Frame
      title={underWay.inspection.file.name}
      beside={steps}
      action={<NextAction underWay={underWay} step={step} />}
    >
      <StepContent underWay={underWay} step={step} />
    </Frame>
  );
}

interface StepProps {
  readonly underWay: ImportUnderWay;
  readonly step: ImportStep;
}

function StepContent({ underWay, step }: StepProps) {
  const { mapping } = underWay;
  if (step === 'file') return <FileStep underWay={underWay} />;
  if (mapping === null)
    return (
      <EmptyState icon={FileInput} title="The file has nothing to map">
        It has no columns and no rows. Look at how it is read, or choose another file.
      </EmptyState>
    );
  return step === 'mapping' ? (
    <MappingStep underWay={underWay} mapping={mapping} />
  ) : (
    <TryStep underWay={underWay} mapping={mapping} />
  );
}

/** What a new rule lacks is told once one would go on, and stands in the way. */
function tellAll([first]: readonly Problem[]): void {
  flushSync(endCalm);
  if (first !== undefined) goToProblem(first.at);
}

/** The one way on from each step. */
function NextAction({ underWay, step }: StepProps) {
  const { fileId, mapping, inspection } = underWay;
  const [asks, setAsks] = useState(false);
  const go = useGoImport();
  const calm = useCalmRule((store) => store.index);
  const { job, isCurrent } = useTried(underWay, mapping);
  const tried = isCurrent && job?.state === 'done' ? job : null;
  // Until there is a dry run of it, that is the way on.
  const isNext = step !== 'try' || tried !== null;
  const ref = useStepButton(step, isNext);
  if (mapping === null) return null;
  const look = isNext ? ({ ref, variant: 'primary', shortcut: STEP_KEY } as const) : {};
  if (step === 'file')
    return (
      <Button {...look} onClick={() => go({ file: fileId, step: 'mapping' })}>
        Go on to the mapping
      </Button>
    );
  const problems = problemsOf(mapping);
  const isReady = problems.length === 0;
  if (step === 'mapping')
    return (
      <Button
        {...look}
        // A click on it may be what tells: it would not arrive at a button that is disabled by then.
        aria-disabled={toldProblems(problems, calm).length > 0}
        onClick={() => (isReady ? go({ file: fileId, step: 'try' }) : tellAll(problems))}
      >
        Go on to the dry run
      </Button>
    );
  return (
    <>
      <Button {...look} disabled={!isReady || job?.state === 'running'} onClick={() => setAsks(true)}>
        Import…
      </Button>
      {asks ? (
        <StartDialog file={inspection.file} mapping={mapping} tried={tried} onClose={() => setAsks(false)} />
      ) : null}
    </>
  );
}

/** An import that is not there: not yet, not to be read, or no longer. */
function NoRun() {
  const { data, error, refetch } = useQuery(jobsQuery);
  const go = useGoImport();
  if (data !== undefined)
    return (
      <Frame title="Import">
        <EmptyState
          icon={FileInput}
          title="This import is no longer kept"
          actions={<Button onClick={() => go({})}>All imports</Button>}
        >
          It was removed from the list of work done. What it imported stays.
        </EmptyState>
      </Frame>
    );
  return (
    <Frame title="Import">
      {error === null ? (
        <SkeletonLines lines={6} label="Loading the import" />
      ) : (
        <ErrorState
          title="The import cannot be shown"
          error={asConsoleError(error)}
          onRetry={() => void refetch()}
        />
      )}
    </Frame>
  );
}

/** What an import, or a dry run of before, has come to. */
function RunPage({ jobId }: { readonly jobId: string }) {
  const jobs = useQuery(jobsQuery);
  const { reopen } = useImportActions();
  const drafts = useImportDrafts((store) => store.drafts);
  const job = jobs.data?.find((each) => each.jobId === jobId && each.kind === 'import');
  if (job === undefined) return <NoRun />;
  const result = importResultSchema.safeParse(job.result).data;
  const dryRun = result?.dryRun === true;
  const isAtHand = result !== undefined && Object.hasOwn(drafts, result.fileId);
  return (
    <Frame
      title={job.subject}
      beside={isAtHand ? <StepsNav fileId={result.fileId} current={dryRun ? 'try' : 'run'} /> : null}
      action={
        <Button icon={Pencil} onClick={() => void reopen(job)}>
          File and mapping
        </Button>
      }
    >
      <p className={styles['facts']}>
        {dryRun ? 'Dry run' : 'Import'}
        {result === undefined
          ? null
          : ` by the mapping “${result.mapping}”${result.mappingVersion > 0 ? `, version ${result.mappingVersion}` : ''}, source “${result.source}”`}
        {', started '}
        <Time at={job.startedAt} />
      </p>
      <ImportReport job={job} dryRun={dryRun} />
    </Frame>
  );
}
