import { create } from 'zustand';

/** The search of the persons list as it was left, so that the way back keeps filters and selection. */
export const useLastList = create<{ readonly search: Readonly<Record<string, unknown>> }>()(() => ({
  search: {},
}));
