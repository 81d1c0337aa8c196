import type { EventLog } from '../../../domain/ports/event-log.ts';
import type { RequestRecords } from '../../../domain/ports/request-records.ts';
import type { SyncLog } from '../../../domain/ports/sync-log.ts';
import type { CarryOutOptions } from './carry-out.ts';
import type { RequestCounts } from './request-counts.ts';

export interface RequestsOptions {
  readonly log: Pick<EventLog, 'streamHead'>;
  readonly sync: Pick<SyncLog, 'position' | 'pendingStreamOf' | 'isSettled'>;
  readonly submit: CarryOutOptions['submit'];
  readonly isOpen: CarryOutOptions['isOpen'];
  readonly records: RequestRecords;
  readonly random?: () => number;
}

/** Of one connection. */
export interface RoundOptions extends RequestsOptions {
  readonly counts: RequestCounts;
}
