import type { Zone } from '../ui/format/zone.ts';
import type { Density, Preferences, Theme } from './preferences.ts';

interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}

/** How things are shown, as the settings, the display menu and the palette offer it. */
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
const usualZones: readonly Choice<Zone>[] = [
  { value: 'local', label: 'Local time' },
  { value: 'utc', label: 'UTC' },
];

/** Some systems know zones by names that their cities no longer go by. */
const renamed: Readonly<Record<string, string>> = {
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho Chi Minh',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Truk': 'Pacific/Chuuk',
  'Pacific/Ponape': 'Pacific/Pohnpei',
};

/** `America/New_York` as it is said. */
const zoneWords = (name: string): string => (renamed[name] ?? name).replaceAll('_', ' ');

/** Local time, UTC, and the zone in use where it is another: all of them stand in the settings. */
export function zonesBeside(now: Zone): readonly Choice<Zone>[] {
  const isUsual = usualZones.some(({ value }) => value === now);
  return isUsual ? usualZones : [...usualZones, { value: now, label: zoneWords(now) }];
}

/** Every zone that this system knows, the usual ones first. */
export function everyZone(now: Zone): readonly Choice<Zone>[] {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const others = Intl.supportedValuesOf('timeZone')
    .map((value) => ({ value, label: zoneWords(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
  const [local, ...rest] = zonesBeside(now);
  const usual = [{ value: 'local', label: `${local?.label ?? ''} (${zoneWords(timeZone)})` }, ...rest];
  return [...usual, ...others.filter(({ value }) => value !== now && value !== 'UTC')];
}

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
    title: `${heading}: ${/^[A-Z][a-z]+( |$)/u.test(label) ? label.toLowerCase() : label}`,
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
    ...changesOf('Times', 'timeZone', zonesBeside(now.timeZone), now),
  ];
}
