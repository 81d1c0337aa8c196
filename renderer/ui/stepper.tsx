import { Check, CircleAlert, Clock, type LucideIcon } from 'lucide-react';
import { classNames } from './class-names.ts';
import styles from './stepper.module.css';

export interface Step {
  readonly label: string;
  readonly state: 'done' | 'now' | 'ahead' | 'waiting' | 'failed';
}

const icons: Readonly<Record<Step['state'], LucideIcon | null>> = {
  done: Check,
  now: null,
  ahead: null,
  waiting: Clock,
  failed: CircleAlert,
};

const words: Readonly<Record<Step['state'], string>> = {
  done: 'done',
  now: 'under way',
  ahead: 'not yet',
  waiting: 'waiting',
  failed: 'stopped',
};

/** Steps that are passed are filled, waiting ones hatched, those ahead dashed. */
export function Stepper({ steps, label }: { readonly steps: readonly Step[]; readonly label: string }) {
  return (
    <ol className={styles['steps']} aria-label={label}>
      {steps.map((step) => {
        const Icon = icons[step.state];
        return (
          <li key={step.label} className={classNames(styles['step'], styles[step.state])}>
            <span className={styles['dot']}>{Icon === null ? null : <Icon aria-hidden size={10} />}</span>
            {step.label}
            <span className="visually-hidden">{`, ${words[step.state]}`}</span>
          </li>
        );
      })}
    </ol>
  );
}
