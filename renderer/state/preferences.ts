import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Zone } from '../ui/format/zone.ts';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'compact' | 'default' | 'comfortable';

/** What is the operator's own, kept in this window. Never server data. */
export interface Preferences {
  readonly theme: Theme;
  readonly density: Density;
  /** In which times are shown and typed ones are read. */
  readonly timeZone: Zone;
  /** Share of the width that the detail takes beside a list, 0 to 1. */
  readonly detailShare: number;
  /** The part of a person that is looked at where there is room for one; the first where it is none of them. */
  readonly detailTab: string;
  /** Ids of hidden columns, by table. */
  readonly hiddenColumns: Readonly<Record<string, readonly string[]>>;
  /** Ids of columns that show even where there is little room, by table. */
  readonly chosenColumns: Readonly<Record<string, readonly string[]>>;
}

interface PreferencesStore extends Preferences {
  readonly change: (changes: Partial<Preferences>) => void;
}

export const initialPreferences: Preferences = {
  theme: 'system',
  density: 'default',
  timeZone: 'local',
  detailShare: 0.42,
  detailTab: '',
  hiddenColumns: {},
  chosenColumns: {},
};

/** One and the same function: what is drawn many times over is not asked anew with every drawing. */
export function timeZoneOf({ timeZone }: Preferences): Zone {
  return timeZone;
}

export const usePreferences = create<PreferencesStore>()(
  persist((set) => ({ ...initialPreferences, change: (changes) => set(changes) }), {
    name: 'person-console.preferences',
    version: 1,
    partialize: ({ change: _change, ...kept }) => kept,
  }),
);
