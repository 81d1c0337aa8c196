import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { PersonDetail } from '../../../domain/contract/views.ts';
import { clampedAsOf } from './as-of.ts';
import { personAsOfQuery } from './queries.ts';
import { personQuery } from '../../bridge/person-query.ts';

/** The person as of a version. While the next one is fetched, the last one stays: dragging must not flicker. */
export function usePersonAsOf(personId: string, asOf: number | undefined): UseQueryResult<PersonDetail> {
  const live = useQuery(personQuery(personId));
  const version = clampedAsOf(asOf, live.data?.version ?? 1);
  const past = useQuery({
    ...personAsOfQuery(personId, version ?? 1),
    enabled: version !== null,
    placeholderData: keepPreviousData,
  });
  if (live.data === undefined || version === null) return live;
  if (past.data === undefined) return past;
  // The past is kept for good, and says which version was the newest when it was fetched.
  return { ...past, data: { ...past.data, headVersion: live.data.headVersion } };
}
