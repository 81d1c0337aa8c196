import { ScrollText, SearchX, Telescope } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { asConsoleError } from '../../ui/error-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import type { Chunk, SearchState } from './log-chunks.ts';
import { useReachedWords } from './log-footer.tsx';

export interface NoEventsProps {
  readonly filtered: boolean;
  /** False where the list was sent into the middle of the log. */
  readonly whole: boolean;
  readonly error: Error | null;
  /** Looking on, or stopped on the way; neither: all has been looked at. */
  readonly state: SearchState;
  readonly chunk: Chunk | undefined;
  readonly onRetry: () => void;
  readonly onClear: () => void;
  readonly onStop: () => void;
  readonly onResume: () => void;
}

export function NoEvents(props: NoEventsProps) {
  const { filtered, whole, error, state, chunk, onRetry, onClear, onStop, onResume } = props;
  const reached = useReachedWords(chunk);
  const clear = <Button onClick={onClear}>Show all events</Button>;
  if (error !== null)
    return <ErrorState title="The log cannot be shown" error={asConsoleError(error)} onRetry={onRetry} />;
  if (state === 'searching')
    return (
      <EmptyState
        icon={Telescope}
        title="Nothing found so far"
        actions={<Button onClick={onStop}>Stop</Button>}
      >
        {reached}. It goes on by itself.
      </EmptyState>
    );
  if (state === 'stopped')
    return (
      <EmptyState
        icon={Telescope}
        title="Stopped before the search was through"
        actions={
          <>
            <Button variant="primary" onClick={onResume}>
              Go on
            </Button>
            {clear}
          </>
        }
      >
        {reached}, and nothing found on the way.
      </EmptyState>
    );
  if (filtered)
    return (
      <EmptyState icon={SearchX} title="No event matches" actions={clear}>
        {whole ? 'The whole log has been searched.' : 'The log has been searched from there on.'} Take a
        filter off to see more.
      </EmptyState>
    );
  return (
    <EmptyState icon={ScrollText} title="No events yet">
      Everything that happens stands here, from the first command that is accepted on.
    </EmptyState>
  );
}
