import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { PersonDetail } from '../../../domain/contract/views.ts';
import { personQuery } from '../../bridge/person-query.ts';

/** The person that the page is about, or whose detail stands beside the list. */
export function usePersonInSight(): PersonDetail | undefined {
  const { personId } = useParams({ strict: false });
  const { selected } = useSearch({ strict: false });
  const id = personId ?? selected;
  return useQuery({ ...personQuery(id ?? ''), enabled: id !== undefined }).data;
}
