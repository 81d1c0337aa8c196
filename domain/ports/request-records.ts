import type { RequestReason } from '../contract/requests.ts';

/** A command of another system that was not carried out, as it is kept. */
export interface RequestRecord {
  readonly sequence: number;
  /** When the broker took it, in milliseconds: a broker that was emptied counts anew. */
  readonly sentAt: number;
  readonly subject: string;
  readonly reason: RequestReason;
  readonly code: string;
  readonly message: string;
  readonly commandId: string | null;
  readonly type: string | null;
  readonly actor: string | null;
  readonly deliveries: number;
  /** As it came. */
  readonly body: string;
}

export interface RequestRecords {
  /** Durable once it returns. The same message again is the same record. */
  readonly keep: (record: RequestRecord) => void;
}
