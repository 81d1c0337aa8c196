import { Link } from '@tanstack/react-router';
import type { ImportStep } from './address.ts';
import styles from './import.module.css';

const steps: readonly { readonly step: ImportStep; readonly label: string }[] = [
  { step: 'file', label: 'File' },
  { step: 'mapping', label: 'Mapping' },
  { step: 'try', label: 'Dry run' },
];

export interface StepsNavProps {
  readonly fileId: string;
  readonly current: ImportStep | 'run';
}

/** Where in an import one is; each step can be gone back to. */
export function StepsNav({ fileId, current }: StepsNavProps) {
  return (
    <nav aria-label="Steps of the import">
      <ol className={styles['steps']}>
        {steps.map(({ step, label }, index) => (
          <li key={step}>
            <Link
              to="/import"
              search={{ file: fileId, step }}
              className={styles['step']}
              aria-current={step === current ? 'step' : undefined}
            >
              <span className={styles['stepNumber']}>{index + 1}</span>
              {label}
            </Link>
          </li>
        ))}
        <li>
          <span
            className={styles['step']}
            aria-current={current === 'run' ? 'step' : undefined}
            data-ahead={current === 'run' ? undefined : ''}
          >
            <span className={styles['stepNumber']}>4</span>
            Import
          </span>
        </li>
      </ol>
    </nav>
  );
}
