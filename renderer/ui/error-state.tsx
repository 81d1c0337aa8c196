import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ConsoleError } from '../../domain/contract/errors.ts';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { nextStep } from './error-words.ts';

export interface ErrorStateProps {
  readonly title: string;
  readonly error: ConsoleError;
  readonly level?: 1 | 2 | undefined;
  readonly onRetry?: (() => void) | undefined;
  /** The way on where trying again cannot help. */
  readonly instead?: ReactNode;
  /** Another way on, beside trying again. */
  readonly beside?: ReactNode;
}

/** Instead of content: what happened, what to do next, and the code to quote. */
export function ErrorState({ title, error, onRetry, instead, beside, level }: ErrorStateProps) {
  // Nothing was sent from here: what a question was refused for stays as it is, and so does the record.
  const refused = error.kind === 'rejected';
  const retry = onRetry === undefined ? undefined : <Button onClick={onRetry}>Try again</Button>;
  return (
    <EmptyState
      icon={CircleAlert}
      title={title}
      level={level}
      role="alert"
      tone="danger"
      actions={
        refused ? (
          instead
        ) : (
          <>
            {retry}
            {beside}
          </>
        )
      }
    >
      <p>{error.message}</p>
      {refused ? null : <p>{nextStep(error)}</p>}
      <p>
        Code <code>{error.code}</code>
      </p>
    </EmptyState>
  );
}
