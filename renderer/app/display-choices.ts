import type { Density, Preferences, Theme, TimeZoneChoice } from '../state/preferences.ts';

interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}

/** How things are shown, as the display menu and the palette offer it. */
export const themes: readonly Choice<Theme>[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];
export const densities: readonly Choice<Density>[] = [
  { value: 'compact', label: 'Compact' },
  { value: 'default', label: 'Default' },
  { value: 'comfortable', label: 'Comfortable' },
];
export const zones: readonly Choice<TimeZoneChoice>[] = [
  { value: 'local', label: 'Local time' },
  { value: 'utc', label: 'UTC' },
];

interface DisplayChange {
  readonly title: string;
  readonly changes: Partial<Preferences>;
  /** It is so already. */
  readonly current: boolean;
}

function changesOf<K extends 'theme' | 'density' | 'timeZone'>(
  heading: string,
  key: K,
  choices: readonly Choice<Preferences[K]>[],
  now: Pick<Preferences, K>,
): readonly DisplayChange[] {
  return choices.map(({ value, label }) => ({
    title: `${heading}: ${label === 'UTC' ? label : label.toLowerCase()}`,
    changes: { [key]: value },
    current: now[key] === value,
  }));
}

export type Display = Pick<Preferences, 'theme' | 'density' | 'timeZone'>;

/** Every way to change how things are shown, in words. */
export function displayChanges(now: Display): readonly DisplayChange[] {
  return [
    ...changesOf('Theme', 'theme', themes, now),
    ...changesOf('Density', 'density', densities, now),
    ...changesOf('Times', 'timeZone', zones, now),
  ];
}
