import { useQuery } from '@tanstack/react-query';
import type { ProcedureName } from '../../domain/contract/procedures.ts';
import { viewsRead } from '../../domain/contract/views-read.ts';
import type { ViewStatus } from '../../domain/contract/views.ts';
import { viewsQuery } from './console-queries.ts';

/** Views that hold little or nothing of the log as yet, and how far they are. */
export interface Building {
  /** From 0 to 1, of the one that is the least far. */
  readonly share: number;
  readonly secondsLeft: number | null;
}

function isUnfilled({ state, position, head, rebuild }: ViewStatus): boolean {
  if (rebuild !== null) return rebuild.needed;
  return state === 'catching-up' && position === 0 && head > 0;
}

/** What is missing in these views may only not be there yet; null where they hold what the log says. */
export function buildingOf(views: readonly ViewStatus[], names: readonly string[]): Building | null {
  const unfilled = views.filter((view) => names.includes(view.view) && isUnfilled(view));
  if (unfilled.length === 0) return null;
  const times = unfilled.flatMap(({ rebuild }) => rebuild?.secondsLeft ?? []);
  return {
    share: Math.min(...unfilled.map(({ rebuild }) => rebuild?.share ?? 0)),
    secondsLeft: times.length === 0 ? null : Math.max(...times),
  };
}

/** How far the views are that this procedure reads, while they are first built or built again for want of data. */
export function useBuilding(procedure: ProcedureName): Building | null {
  const { data } = useQuery(viewsQuery);
  return data === undefined ? null : buildingOf(data.views, viewsRead(procedure, {}) ?? []);
}
