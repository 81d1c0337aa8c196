import { CircleAlert } from 'lucide-react';
import type { ConsoleError } from '../../domain/contract/errors.ts';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { nextStep } from './error-words.ts';

export interface ErrorStateProps {
  readonly title: string;
  readonly error: ConsoleError;
  readonly level?: 1 | 2 | undefined;
  readonly onRetry?: (() => void) | undefined;
}

/** Instead of content: what happened, what to do next, and the code to quote. */
export function ErrorState({ title, error, onRetry, level }: ErrorStateProps) {
  return (
    <EmptyState
      icon={CircleAlert}
      title={title}
      level={level}
      role="alert"
      actions={onRetry === undefined ? undefined : <Button onClick={onRetry}>Try again</Button>}
    >
      <p>{error.message}</p>
      <p>{nextStep(error)}</p>
      <p>
        Code <code>{error.code}</code>
      </p>
    </EmptyState>
  );
}
