import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonDetail } from '../../../../domain/contract/views.ts';
import { personQuery } from '../../../bridge/person-query.ts';

export interface OpenedRecord {
  /** The version that the form was opened on. */
  readonly opened: PersonDetail;
  /** Others have changed it since. */
  readonly newer: boolean;
  /** Moves the form to today's record. */
  readonly reload: () => Promise<PersonDetail>;
}

/** The version that a form was opened on, whether there is a newer one, and the way to move to today's. */
export function useOpenedDetail(detail: PersonDetail): OpenedRecord {
  const [opened, setOpened] = useState(detail);
  const client = useQueryClient();
  const reload = async () => {
    const fresh = await client.query({ ...personQuery(detail.personId), staleTime: 0 });
    setOpened(fresh);
    return fresh;
  };
  return { opened, newer: detail.version > opened.version, reload };
}
