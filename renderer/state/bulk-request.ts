import { create } from 'zustand';
import type { BulkAction, BulkTarget } from '../../domain/contract/bulk.ts';

export interface BulkRequest {
  readonly action: BulkAction;
  readonly target: BulkTarget;
  readonly count: number;
  /** Where it is not for the operator to say: an undo takes back just the tag that was given. */
  readonly tag?: string | undefined;
  /** When everybody who matched was selected; absent where they were chosen one by one. */
  readonly takenAt?: string | undefined;
}

interface BulkRequestStore {
  readonly request: BulkRequest | null;
  readonly open: (request: BulkRequest) => void;
  readonly close: () => void;
}

/** A change to many persons that the operator is about to order: from the list, or to undo one. */
export const useBulkRequest = create<BulkRequestStore>()((set) => ({
  request: null,
  open: (request) => set({ request }),
  close: () => set({ request: null }),
}));
