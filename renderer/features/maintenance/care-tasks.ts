import { DatabaseBackup, FileDown, type LucideIcon, ShieldCheck } from 'lucide-react';
import type { JobKind } from '../../../domain/contract/jobs.ts';
import type { JobActions } from './use-job-actions.ts';

/** What keeps the log in order, or makes a copy of it. */
export interface CareTask {
  readonly kind: Extract<JobKind, 'verify' | 'backup' | 'export'>;
  readonly icon: LucideIcon;
  readonly title: string;
  readonly purpose: string;
  readonly action: string;
  /** What the button says, where it stands alone. */
  readonly alone: string;
  /** Other words for it. */
  readonly also: string;
  readonly run: (actions: JobActions) => Promise<void>;
}

export const careTasks: readonly CareTask[] = [
  {
    kind: 'verify',
    icon: ShieldCheck,
    title: 'Check',
    purpose: 'Whether the log hangs together and every view shows what it says.',
    action: 'Check now',
    alone: 'Check now',
    also: 'verify log views integrity maintenance',
    run: ({ start }) => start({ kind: 'verify' }),
  },
  {
    kind: 'backup',
    icon: DatabaseBackup,
    title: 'Backup',
    purpose: 'A copy of the log as of one moment, while work goes on.',
    action: 'Back up…',
    alone: 'Back up…',
    also: 'backup copy log save maintenance',
    run: ({ save }) => save({ kind: 'backup' }),
  },
  {
    kind: 'export',
    icon: FileDown,
    title: 'Export',
    purpose: 'Every event with all that the log knows of it, as lines of JSON.',
    action: 'Export…',
    alone: 'Export the log…',
    also: 'save events json lines maintenance',
    run: ({ save }) => save({ kind: 'export' }),
  },
];
