import { useState } from 'react';
import type { Job } from '../../../domain/contract/jobs.ts';
import type { ViewStatus } from '../../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Question } from '../../ui/dialog.tsx';
import { countOf, formatCount, formatSeconds } from '../../ui/format/number.ts';
import { eventRateWords } from '../../ui/job-words.ts';
import { Progress } from '../../ui/progress.tsx';
import { Badge } from '../../ui/status.tsx';
import { PageSection } from '../../ui/page.tsx';
import styles from './maintenance.module.css';
import { type JobActions, useJobActions } from './use-job-actions.ts';
import { useUntilListed } from './use-until-listed.ts';
import { viewLook } from './view-look.ts';

export interface ViewsSectionProps {
  readonly views: readonly ViewStatus[];
  readonly jobs: readonly Job[];
}

export function ViewsSection({ views, jobs }: ViewsSectionProps) {
  const actions = useJobActions();
  const rebuildOf = (view: string) =>
    jobs.find((job) => job.state === 'running' && job.kind === 'rebuild' && job.subject === view);
  return (
    <PageSection title="Views">
      <p className={styles['lead']}>
        What pages show, made from the log. They can be built again at any time.
      </p>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">View</th>
            <th scope="col">State</th>
            <th scope="col" className={styles['number']}>
              Position
            </th>
            <th scope="col" className={styles['number']}>
              Behind
            </th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {views.map((view) => (
            <ViewRow key={view.view} view={view} rebuild={rebuildOf(view.view)} actions={actions} />
          ))}
        </tbody>
      </table>
    </PageSection>
  );
}

interface ViewRowProps {
  readonly view: ViewStatus;
  readonly rebuild: Job | undefined;
  readonly actions: JobActions;
}

function ViewRow({ view, rebuild, actions }: ViewRowProps) {
  const { tone, icon, word } = viewLook(view);
  return (
    <>
      <tr data-with-detail={view.error === null ? undefined : ''}>
        <th scope="row">
          <span className={styles['name']}>{view.title}</span>
          <SkippedWords view={view} />
        </th>
        <td>
          {view.rebuild === null ? (
            <Badge tone={tone} icon={icon} plain>
              {word}
            </Badge>
          ) : (
            <RebuildProgress title={view.title} rebuild={view.rebuild} />
          )}
        </td>
        <td className={styles['number']}>{formatCount(view.position)}</td>
        <td className={styles['number']}>{formatCount(view.head - view.position)}</td>
        <td className={styles['actions']}>
          <ViewActions view={view} rebuild={rebuild} actions={actions} />
        </td>
      </tr>
      {view.error === null ? null : (
        <tr className={styles['detail']}>
          <td colSpan={5}>
            <p className={styles['fault']}>
              Stopped at position {formatCount(view.error.position)}: {view.error.message}
            </p>
            <p className={styles['note']}>
              Code <code>{view.error.code}</code>
            </p>
          </td>
        </tr>
      )}
    </>
  );
}

function SkippedWords({ view: { skipped } }: { readonly view: ViewStatus }) {
  if (skipped.length === 0) return null;
  const where = skipped.map(({ position, actor }) => `position ${position} by ${actor}`).join(', ');
  return (
    <span className={styles['note']} data-hint={where}>
      {countOf(skipped.length, 'event')} skipped; a rebuild takes them in again
    </span>
  );
}

function RebuildProgress({
  title,
  rebuild,
}: {
  readonly title: string;
  readonly rebuild: NonNullable<ViewStatus['rebuild']>;
}) {
  const left = rebuild.secondsLeft === null ? '' : `, ${formatSeconds(rebuild.secondsLeft)} left`;
  return (
    <span className={styles['progress']}>
      <Progress label={`Rebuild of ${title}`} share={rebuild.share} />
      <span className={styles['progressWords']}>
        Rebuilding, {Math.floor(rebuild.share * 100)} %, {eventRateWords(rebuild.eventsPerSecond)}
        {left}
      </span>
    </span>
  );
}

function ViewActions({ view, rebuild, actions }: ViewRowProps) {
  const [asking, setAsking] = useState(false);
  const begin = useUntilListed(() => actions.start({ kind: 'rebuild', view: view.view }));
  if (rebuild !== undefined)
    return (
      <Button size="small" onClick={() => actions.cancel(rebuild)}>
        Cancel rebuild
      </Button>
    );
  if (view.rebuild !== null) {
    // Without it there would be nothing to show, or much of it would be missing: it goes on.
    if (view.rebuild.needed) return null;
    return (
      <Button size="small" onClick={() => actions.cancelRebuild(view.view)}>
        Cancel rebuild
      </Button>
    );
  }
  const { error } = view;
  return (
    <>
      {error === null ? null : (
        <>
          <Button size="small" onClick={() => actions.retryView(view.view)}>
            Try again
          </Button>
          <Button size="small" variant="quiet" onClick={() => setAsking(true)}>
            Skip event…
          </Button>
          <Question
            open={asking}
            title={`Skip position ${formatCount(error.position)} in “${view.title}”?`}
            confirm="Skip event"
            cancel="Keep it"
            onCancel={() => setAsking(false)}
            onConfirm={() => {
              setAsking(false);
              actions.skipEvent(view.view, error.position);
            }}
          >
            The view goes on without what this event changed, and shows that person as they were before it.
            The event stays in the log, the skip is recorded under your name, and a rebuild takes it in again.
          </Question>
        </>
      )}
      <Button size="small" {...begin}>
        Rebuild
      </Button>
    </>
  );
}
