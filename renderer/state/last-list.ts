import { create } from 'zustand';

interface LastList {
  readonly search: Readonly<Record<string, unknown>>;
  /** Where one was in each list, by what makes its rows. */
  readonly places: Readonly<
    Record<string, { readonly cursor: string | undefined; readonly index: number; readonly offset: number }>
  >;
}

/** The persons list as it was left, so that the way back keeps filters, selection and place. */
export const useLastList = create<LastList>()(() => ({ search: {}, places: {} }));
