import type { TimeFormat } from '../../ui/format/time.ts';
import { momentOf, wallTimeOf } from '../../ui/format/zone.ts';

const MINUTE = 60_000;
const UNITS: Readonly<Record<string, number>> = {
  m: MINUTE,
  h: 60 * MINUTE,
  d: 24 * 60 * MINUTE,
  w: 7 * 24 * 60 * MINUTE,
};

/** The 9999th year: what lies behind has another form. */
const FURTHEST = 253_402_300_800_000;

const AGO = /^(\d{1,5})\s*(m|min|minutes?|h|hours?|d|days?|w|weeks?)(?:\s+ago)?$/u;
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/u;
const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:[t\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/u;
const INSTANT = /^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:\d{2})$/u;

type Day = readonly [year: number, month: number, day: number];

function dayOf(at: Date, { timeZone }: TimeFormat): Day {
  const { year, month, day } = wallTimeOf(at, timeZone);
  return [year, month, day];
}

/** False for a day that there is not: the 31st of June would silently be the 1st of July. */
function isDay([year, month, day]: Day): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getUTCMonth() === month && date.getUTCDate() === day;
}

function atClock(
  [year, month, day]: Day,
  clock: readonly (string | undefined)[],
  { timeZone }: TimeFormat,
): number | null {
  const [hours = 0, minutes = 0, seconds = 0] = clock.map((part) => Number(part ?? 0));
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return momentOf({ year, month, day, hours, minutes, seconds }, timeZone).getTime();
}

type Read = (parts: readonly (string | undefined)[], now: number, format: TimeFormat) => number | null;

const readAgo: Read = ([, count, unit], now) => now - Number(count) * (UNITS[unit?.charAt(0) ?? ''] ?? 0);

const readClock: Read = ([, ...clock], now, format) => atClock(dayOf(new Date(now), format), clock, format);

const readDay: Read = ([, ...parts], _now, format) => {
  const [year = 0, month = 0, day = 0] = parts.slice(0, 3).map(Number);
  const date: Day = [year, month - 1, day];
  return isDay(date) ? atClock(date, parts.slice(3), format) : null;
};

const readInstant: Read = ([text]) => Date.parse(text?.toUpperCase() ?? '');

const forms: readonly (readonly [RegExp, Read])[] = [
  [INSTANT, readInstant],
  [AGO, readAgo],
  [CLOCK, readClock],
  [DAY, readDay],
];

/**
 * A typed time as ISO 8601: `2026-11-14`, `2026-11-14 09:41`, `09:41` of today, `15 min`, `2 h ago`, or an instant with
 * its zone. Null where the text is none of these. Without a zone it is read as times are shown.
 */
export function typedTime(typed: string, now: number, format: TimeFormat): string | null {
  const text = typed.trim().toLowerCase();
  for (const [form, read] of forms) {
    const parts = form.exec(text);
    const at = parts === null ? null : read(parts, now, format);
    if (at !== null && Math.abs(at) < FURTHEST) return new Date(at).toISOString();
  }
  return null;
}
