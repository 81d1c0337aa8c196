import { useQueryClient } from '@tanstack/react-query';
import type { Building } from '../../bridge/building.ts';
import { keys } from '../../bridge/query-keys.ts';
import { BuildingNotice } from '../../ui/building.tsx';
import { StaleNotice, type StaleNoticeProps } from '../../ui/stale-notice.tsx';
import { LIST_BEING_BUILT } from './list-empty.tsx';

export interface ListNoticeProps {
  readonly query: StaleNoticeProps['query'];
  readonly building: Building | null;
}

/** Over rows that are shown: what they lack while the list is built, or that they may be out of date. */
export function ListNotice({ query, building }: ListNoticeProps) {
  const client = useQueryClient();
  if (building !== null) {
    return (
      <BuildingNotice building={building} title={LIST_BEING_BUILT}>
        Not everybody whom the log has is in it yet. They appear as soon as that is done.
      </BuildingNotice>
    );
  }
  const refresh = () => void client.resetQueries({ queryKey: keys.lists });
  return <StaleNotice query={query} what="The list" onRefresh={refresh} />;
}
