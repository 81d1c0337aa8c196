import { create } from 'zustand';

interface LastLog {
  readonly search: Readonly<Record<string, unknown>>;
}

/** The event log as it was left, so that the way back keeps filters, place and detail. */
export const useLastLog = create<LastLog>()(() => ({ search: {} }));
