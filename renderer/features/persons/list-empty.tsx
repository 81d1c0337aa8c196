import { Link } from '@tanstack/react-router';
import { Plus, SearchX, Users } from 'lucide-react';
import type { Building } from '../../bridge/building.ts';
import { BuildingState } from '../../ui/building.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { asConsoleError } from '../../ui/error-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { statusWord } from '../../ui/status-words.ts';
import { filterChips } from './list-filter.ts';
import type { ListSearch } from './search-params.ts';

export interface NoPersonsProps {
  readonly search: ListSearch;
  readonly error: Error | null;
  /** How far the views are, while they are built and hold nobody yet. */
  readonly building: Building | null;
  readonly onRetry: () => void;
  readonly onCreate: () => void;
  readonly onClear: () => void;
}

export const LIST_BEING_BUILT = 'The list is being built';

function noMatch(search: ListSearch): string {
  const { q, status } = search;
  if (filterChips(search).length > 0) return 'Nobody matches all of the filters';
  const among = status === undefined ? '' : ` among ${statusWord(status).toLowerCase()} persons`;
  return q === undefined
    ? `No ${statusWord(status ?? '').toLowerCase()} persons`
    : `No match for “${q}”${among}`;
}

function nobodyWords(isFiltered: boolean): string {
  return isFiltered ? 'Take one of them away to see more.' : 'Nobody is in this state at present.';
}

export function NoPersons({ search, error, building, onRetry, onCreate, onClear }: NoPersonsProps) {
  if (error !== null) {
    return <ErrorState title="The list cannot be shown" error={asConsoleError(error)} onRetry={onRetry} />;
  }
  if (building !== null) {
    return (
      <BuildingState building={building} title={LIST_BEING_BUILT}>
        The log has everybody. They appear here as soon as the list is built from it.
      </BuildingState>
    );
  }
  const isFiltered = filterChips(search).length > 0;
  if (search.q === undefined && search.status === undefined && !isFiltered) {
    return (
      <EmptyState
        icon={Users}
        title="No persons yet"
        actions={
          <Button icon={Plus} onClick={onCreate}>
            Create person
          </Button>
        }
      >
        Everybody you record stands here, found by name, e-mail, employer, skill or tag. A file of persons is
        brought in on the page <Link to="/import">Import</Link>.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={SearchX}
      title={noMatch(search)}
      actions={<Button onClick={onClear}>Show all persons</Button>}
    >
      {search.q === undefined
        ? nobodyWords(isFiltered)
        : 'Words are matched from their beginning, in names, e-mail addresses, employers, roles, skills and tags.'}
    </EmptyState>
  );
}
