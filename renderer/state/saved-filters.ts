import { create } from 'zustand';
import { persist } from 'zustand/middleware';

/** A way to look at the persons list, under a name. */
export interface SavedFilter {
  readonly id: string;
  readonly name: string;
  /** The address of the list without the person beside it. */
  readonly search: Readonly<Record<string, unknown>>;
  readonly hiddenColumns: readonly string[];
  /** Absent in those that were saved before columns could be. */
  readonly chosenColumns?: readonly string[] | undefined;
}

export type SavedPanel = 'save' | 'manage';

interface SavedFilterStore {
  readonly filters: readonly SavedFilter[];
  /** What is open to be done with them; not kept. */
  readonly panel: SavedPanel | null;
  readonly open: (panel: SavedPanel | null) => void;
  /** Under a name that is taken it replaces what was there. */
  readonly save: (filter: Omit<SavedFilter, 'id'>) => void;
  /** False: another one has this name. */
  readonly rename: (id: string, name: string) => boolean;
  readonly remove: (id: string) => void;
  readonly removeAll: () => void;
}

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

function byName(filters: readonly SavedFilter[]): readonly SavedFilter[] {
  return filters.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

export const useSavedFilters = create<SavedFilterStore>()(
  persist(
    (set, get) => ({
      filters: [],
      panel: null,
      open: (panel) => set({ panel }),
      save: (filter) =>
        set(({ filters }) => {
          const others = filters.filter(({ name }) => !sameName(name, filter.name));
          return { filters: byName([...others, { ...filter, id: crypto.randomUUID() }]) };
        }),
      rename: (id, name) => {
        const { filters } = get();
        if (filters.some((each) => each.id !== id && sameName(each.name, name))) return false;
        set({
          filters: byName(filters.map((each) => (each.id === id ? { ...each, name: name.trim() } : each))),
        });
        return true;
      },
      removeAll: () => set({ filters: [] }),
      remove: (id) => set(({ filters }) => ({ filters: filters.filter((each) => each.id !== id) })),
    }),
    { name: 'person-console.saved-filters', version: 1, partialize: ({ filters }) => ({ filters }) },
  ),
);
