import { everyZone, zonesBeside } from '../../state/display-choices.ts';
import { folded } from '../../ui/form/find-by-typing.ts';
import type { Zone } from '../../ui/format/zone.ts';
import type { PickerEntry } from '../../ui/picker.tsx';

/** Signs do not keep anybody from finding it either. */
function wordsOf(text: string): readonly string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Each word that was typed begins one of the zone's, in any order. */
function isMeant(typed: readonly string[], zone: string): boolean {
  const words = wordsOf(zone);
  return typed.every((beginning) => words.some((word) => word.startsWith(beginning)));
}

/** The zones that answer to what was typed, by region, the usual ones first. A city is found by its former name as well. */
export function foundZones(text: string, now: Zone): readonly PickerEntry[] {
  const typed = wordsOf(text);
  const usual = new Set(zonesBeside(now).map(({ value }) => value));
  return everyZone(now)
    .filter(({ value, label }) => isMeant(typed, `${label} ${value}`))
    .map(({ value, label }) => ({
      id: value,
      group: usual.has(value) ? 'Usual' : label.replace(/\/.*/su, ''),
      title: label,
      detail: value === now ? 'In use' : undefined,
    }));
}
