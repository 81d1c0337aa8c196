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

function reveal(input: HTMLElement): void {
  const fold = input.closest('details');
  if (fold) fold.open = true;
  input.focus();
}

function revealById(inputId: string): void {
  const input = document.getElementById(inputId);
  if (input !== null) reveal(input);
}

/** Goes to the first of their fields, as they stand on the page. */
export function revealFirst(problems: readonly FieldProblem[]): void {
  const inputs = problems.flatMap(({ inputId }) => {
    const input = inputId === undefined ? null : document.getElementById(inputId);
    return input === null ? [] : [input];
  });
  const isBefore = (one: HTMLElement, other: HTMLElement) =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const first = inputs.find((input) => inputs.every((other) => other === input || isBefore(input, other)));
  if (first !== undefined) reveal(first);
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
            <button type="button" className={styles['link']} onClick={() => revealById(inputId)}>
              {label}: {message}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
