import type { Ref } from 'react';
import { countOf } from '../format/number.ts';
import { Notice } from '../notice.tsx';
import styles from './error-summary.module.css';

export interface FieldProblem {
  readonly label: string;
  readonly message: string;
  /** Id of the input; undefined for what concerns the whole form. */
  readonly inputId?: string | undefined;
}

export interface ErrorSummaryProps {
  readonly problems: readonly FieldProblem[];
  readonly ref?: Ref<HTMLDivElement> | undefined;
}

function reveal(inputId: string): void {
  const input = document.getElementById(inputId);
  const fold = input?.closest('details');
  if (fold) fold.open = true;
  input?.focus();
}

/** All that keeps a form from being sent, each with the way to its field. */
export function ErrorSummary({ problems, ref }: ErrorSummaryProps) {
  if (problems.length === 0) return null;
  return (
    <Notice
      ref={ref}
      tone="danger"
      role="alert"
      title={`${countOf(problems.length, 'field')} to fix before this can be sent`}
    >
      <ProblemList problems={problems} />
    </Notice>
  );
}

export function ProblemList({ problems }: { readonly problems: readonly FieldProblem[] }) {
  return (
    <ul className={styles['list']}>
      {problems.map(({ label, message, inputId }) => (
        <li key={`${inputId ?? label} ${message}`}>
          {inputId === undefined ? (
            `${label}: ${message}`
          ) : (
            <button type="button" className={styles['link']} onClick={() => reveal(inputId)}>
              {label}: {message}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
