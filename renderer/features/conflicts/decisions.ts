import { create } from 'zustand';
import type { Conflict } from '../../../domain/contract/conflicts.ts';

/** A conflict that stayed as it was, and why. */
export interface Refused {
  readonly conflict: Conflict;
  readonly message: string;
}

interface UnderWay {
  readonly done: number;
  readonly total: number;
  /** Nothing is decided any more after what is being decided. */
  readonly cancelled: boolean;
}

interface DecisionStore {
  /** How far the decision about many has come; null where none is under way. */
  readonly underWay: UnderWay | null;
  /** What the last decision was not taken for. */
  readonly refused: readonly Refused[];
  readonly of: number;
  readonly begin: (total: number) => void;
  readonly step: (done: number) => void;
  readonly cancel: () => void;
  readonly end: (refused: readonly Refused[]) => void;
  readonly dismiss: () => void;
}

/** Goes on when the page is left, and is there when one comes back. */
export const useDecisions = create<DecisionStore>()((set) => ({
  underWay: null,
  refused: [],
  of: 0,
  begin: (total) => set({ underWay: { done: 0, total, cancelled: false }, refused: [], of: total }),
  step: (done) => set(({ underWay }) => ({ underWay: underWay && { ...underWay, done } })),
  cancel: () => set(({ underWay }) => ({ underWay: underWay && { ...underWay, cancelled: true } })),
  end: (refused) => set({ underWay: null, refused }),
  dismiss: () => set({ refused: [] }),
}));
