import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { PersonDetail } from '../../../domain/contract/views.ts';
import { useBuilding } from '../../bridge/building.ts';
import { viewsQuery } from '../../bridge/console-queries.ts';
import { BuildingState } from '../../ui/building.tsx';
import { Button } from '../../ui/button.tsx';
import { asConsoleError } from '../../ui/error-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { PersonSkeleton } from './person-skeleton.tsx';

export interface NoPersonProps {
  readonly person: UseQueryResult<PersonDetail>;
  readonly error: Error;
  readonly full: boolean;
}

/** In place of a person who did not come: how far the views are that do not have them yet, or what is wrong. */
export function NoPerson({ person, error: thrown, full }: NoPersonProps) {
  const building = useBuilding('persons.get');
  const catchingUp = useQuery(viewsQuery).data?.views.some(({ state }) => state === 'catching-up') === true;
  const navigate = useNavigate();
  const error = asConsoleError(thrown);
  const level = full ? 1 : 2;
  const isNotYet = error.code === 'person-not-in-views';
  if (isNotYet && building !== null) {
    return (
      <BuildingState building={building} title="This person is not in the lists yet" level={level}>
        The lists and pages of persons are being built from the log. This page appears as soon as that is
        done.
      </BuildingState>
    );
  }
  // A moment: the page is told when the views go on.
  if (isNotYet && catchingUp) return <PersonSkeleton full={full} />;
  return (
    <ErrorState
      title="This person cannot be shown"
      level={level}
      error={error}
      onRetry={() => void person.refetch()}
      instead={
        isNotYet ? (
          <Button onClick={() => void navigate({ to: '/maintenance' })}>Go to Maintenance</Button>
        ) : (
          <Button onClick={() => void navigate({ to: '/persons' })}>Go to persons</Button>
        )
      }
    />
  );
}
