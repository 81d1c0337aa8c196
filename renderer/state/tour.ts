import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface TourStore {
  /** Which step is shown, from 0; null while there is no tour. */
  readonly step: number | null;
  /** It was offered, and taken or not. It can still be called. */
  readonly offered: boolean;
  readonly go: (step: number) => void;
  readonly end: () => void;
}

/** The guided tour. Only that it was offered is kept: nobody comes back to the middle of one. */
export const useTour = create<TourStore>()(
  persist(
    (set) => ({
      step: null,
      offered: false,
      go: (step) => set({ step, offered: true }),
      end: () => set({ step: null, offered: true }),
    }),
    { name: 'person-console.tour', version: 1, partialize: ({ offered }) => ({ offered }) },
  ),
);
