import { useQuery } from '@tanstack/react-query';
import type { LinkStatus } from '../../domain/contract/link.ts';
import { linkQuery } from './link-queries.ts';

const sharesLog = ({ connection, installation }: LinkStatus): boolean =>
  connection !== null || installation !== null;

/** Others have this log, too, or are to have it. Where nobody does, nothing waits for anybody: it is kept here, and that is all. */
export function useSharesLog(): boolean {
  return useQuery({ ...linkQuery, select: sharesLog }).data ?? true;
}
