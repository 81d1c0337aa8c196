import { type ErrorComponentProps, useNavigate } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { asConsoleError } from '../ui/error-words.ts';
import { ErrorState } from '../ui/error-state.tsx';

/** What a page shows in its own place when it fails: the rest of the window goes on working. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  return <ErrorState level={1} title="This page failed" error={asConsoleError(error)} onRetry={reset} />;
}

export function NotFound() {
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={Compass}
      level={1}
      title="There is no such page"
      actions={<Button onClick={() => void navigate({ to: '/persons' })}>Go to persons</Button>}
    >
      The address may come from another version of the console.
    </EmptyState>
  );
}

interface BoundaryState {
  readonly failure: { readonly thrown: unknown } | null;
}

/** The last resort: whatever breaks outside all pages ends here, in words. */
export class RootBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { failure: null };

  static getDerivedStateFromError(thrown: unknown): BoundaryState {
    return { failure: { thrown } };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return (
      <main>
        <ErrorState
          title="The window failed"
          level={1}
          error={asConsoleError(failure.thrown)}
          onRetry={() => window.location.reload()}
        />
      </main>
    );
  }
}
