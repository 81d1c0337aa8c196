import { DatabaseBackup, FileDown, type LucideIcon, ShieldCheck } from 'lucide-react';
import type { Job, JobKind } from '../../../domain/contract/jobs.ts';
import { progressWords, resultWords, shareOf } from '../../ui/job-words.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Time } from '../../ui/time.tsx';
import { PageSection } from '../../ui/page.tsx';
import styles from './maintenance.module.css';
import { type JobActions, useJobActions } from './use-job-actions.ts';

export interface CareSectionProps {
  readonly jobs: readonly Job[];
}

interface Task {
  readonly kind: Extract<JobKind, 'verify' | 'backup' | 'export'>;
  readonly icon: LucideIcon;
  readonly title: string;
  readonly purpose: string;
  readonly action: string;
  readonly run: (actions: JobActions) => void;
}

const tasks: readonly Task[] = [
  {
    kind: 'verify',
    icon: ShieldCheck,
    title: 'Check',
    purpose: 'Whether the log hangs together and every view shows what it says.',
    action: 'Check now',
    run: ({ start }) => start({ kind: 'verify' }),
  },
  {
    kind: 'backup',
    icon: DatabaseBackup,
    title: 'Backup',
    purpose: 'A copy of the log as of one moment, while work goes on. It opens as a data folder’s log.',
    action: 'Back up…',
    run: ({ save }) => save({ kind: 'backup' }),
  },
  {
    kind: 'export',
    icon: FileDown,
    title: 'Export',
    purpose: 'Every event with all that the log knows of it, as lines of JSON.',
    action: 'Export…',
    run: ({ save }) => save({ kind: 'export' }),
  },
];

export function CareSection({ jobs }: CareSectionProps) {
  const actions = useJobActions();
  return (
    <PageSection title="Checks and copies">
      <ul className={styles['tasks']}>
        {tasks.map((task) => (
          <TaskCard
            key={task.kind}
            task={task}
            last={jobs.find(({ kind }) => kind === task.kind)}
            actions={actions}
          />
        ))}
      </ul>
    </PageSection>
  );
}

interface TaskCardProps {
  readonly task: Task;
  readonly last: Job | undefined;
  readonly actions: JobActions;
}

function TaskCard({ task, last, actions }: TaskCardProps) {
  const { icon: Icon, title, purpose, action, run } = task;
  const isRunning = last?.state === 'running';
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
        <Button onClick={() => run(actions)}>{action}</Button>
      )}
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
