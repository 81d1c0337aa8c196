import { History } from 'lucide-react';
import { Fragment } from 'react';
import type { Job } from '../../../domain/contract/jobs.ts';
import { progressWords, resultWords, shareOf } from '../../ui/job-words.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Time } from '../../ui/time.tsx';
import { PageSection } from '../../ui/page.tsx';
import { careTasks, type CareTask } from './care-tasks.ts';
import styles from './maintenance.module.css';
import { useRestore } from './restore/use-restore.ts';
import { type JobActions, useJobActions } from './use-job-actions.ts';
import { useUntilListed } from './use-until-listed.ts';

export interface CareSectionProps {
  readonly jobs: readonly Job[];
}

export function CareSection({ jobs }: CareSectionProps) {
  const actions = useJobActions();
  return (
    <PageSection title="Checks and copies">
      <ul className={styles['tasks']}>
        {careTasks.map((task) => (
          <Fragment key={task.kind}>
            <TaskCard task={task} last={jobs.find(({ kind }) => kind === task.kind)} actions={actions} />
            {task.kind === 'backup' ? <RestoreCard /> : null}
          </Fragment>
        ))}
      </ul>
    </PageSection>
  );
}

interface TaskCardProps {
  readonly task: CareTask;
  readonly last: Job | undefined;
  readonly actions: JobActions;
}

function TaskCard({ task, last, actions }: TaskCardProps) {
  const { icon: Icon, title, purpose, action, run } = task;
  const isRunning = last?.state === 'running';
  const begin = useUntilListed(() => run(actions));
  return (
    <li className={styles['task']}>
      <Icon aria-hidden size={18} className={styles['taskIcon']} />
      <div className={styles['taskText']}>
        <h3 className={styles['taskTitle']}>{title}</h3>
        <p className={styles['purpose']}>{purpose}</p>
        <LastWords last={last} title={title} />
      </div>
      {isRunning ? (
        <Button onClick={() => actions.cancel(last)}>Cancel</Button>
      ) : (
        <Button {...begin}>{action}</Button>
      )}
    </li>
  );
}

function RestoreCard() {
  const look = useRestore((store) => store.look);
  return (
    <li className={styles['task']}>
      <History aria-hidden size={18} className={styles['taskIcon']} />
      <div className={styles['taskText']}>
        <h3 className={styles['taskTitle']}>Restore</h3>
        <p className={styles['purpose']}>
          A backup in the place of the log. What it holds is shown first; the present log is set aside, not
          deleted.
        </p>
      </div>
      <Button onClick={() => void look()}>Restore…</Button>
    </li>
  );
}

function LastWords({ last, title }: { readonly last: Job | undefined; readonly title: string }) {
  if (last === undefined) return <p className={styles['last']}>Not done yet</p>;
  if (last.state === 'running') {
    return (
      <div className={styles['progress']}>
        <Progress label={title} share={shareOf(last.progress)} />
        <span className={styles['progressWords']}>{progressWords(last)}</span>
      </div>
    );
  }
  return (
    <p className={styles['last']}>
      Last run <Time at={last.endedAt ?? last.startedAt} />: {resultWords(last)}
    </p>
  );
}
