import { MONTHS, type TimeFormat, zoneName } from './time.ts';
import { momentOf, momentsOf, type WallTime, wallTimeOf, type Zone } from './zone.ts';

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
const WORDED = /^(\d{1,2}) ([a-z]{3}) (\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?)?(?: (utc\S*))?$/u;
const INSTANT = /^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:\d{2})$/u;

/** A moment in milliseconds, and what is to be said of it. */
interface Meant {
  readonly at: number;
  readonly note?: string;
}

export interface TypedTime {
  /** ISO 8601 in UTC. */
  readonly time: string;
  /** Said where clocks were changed: they showed what was typed twice, or never. */
  readonly note?: string | undefined;
}

const SKIPPED = 'clocks went forward over what was typed';

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
): readonly Meant[] {
  const [hours = 0, minutes = 0, seconds = 0] = clock.map((part) => Number(part ?? 0));
  if (hours > 23 || minutes > 59 || seconds > 59) return [];
  return meantBy({ year, month, day, hours, minutes, seconds }, timeZone);
}

function meantBy(wall: WallTime, timeZone: Zone): readonly Meant[] {
  const [first, second] = momentsOf(wall, timeZone);
  if (first === undefined) return [{ at: momentOf(wall, timeZone).getTime(), note: SKIPPED }];
  if (second === undefined) return [{ at: first.getTime() }];
  return [
    { at: first.getTime(), note: 'the first of the two times that clocks showed this' },
    { at: second.getTime(), note: 'the second of them' },
  ];
}

type Read = (parts: readonly (string | undefined)[], now: number, format: TimeFormat) => readonly Meant[];

const readAgo: Read = ([, count, unit], now) => [
  { at: now - Number(count) * (UNITS[unit?.charAt(0) ?? ''] ?? 0) },
];

const readClock: Read = ([, ...clock], now, format) => atClock(dayOf(new Date(now), format), clock, format);

const readDay: Read = ([, ...parts], _now, format) => {
  const [year = 0, month = 0, day = 0] = parts.slice(0, 3).map(Number);
  const date: Day = [year, month - 1, day];
  return isDay(date) ? atClock(date, parts.slice(3), format) : [];
};

const readWorded: Read = ([, day, month, year, hours, minutes, seconds, zone], _now, format) => {
  const date: Day = [Number(year), MONTHS.findIndex((each) => each.toLowerCase() === month), Number(day)];
  const shown = zone === 'utc' ? ({ timeZone: 'utc' } as const) : format;
  const meant = isDay(date) ? atClock(date, [hours, minutes, seconds], shown) : [];
  return meant.filter(({ at }) => zone === undefined || zoneName(new Date(at), shown).toLowerCase() === zone);
};

const readInstant: Read = ([text]) => [{ at: Date.parse(text?.toUpperCase() ?? '') }];

const forms: readonly (readonly [RegExp, Read])[] = [
  [INSTANT, readInstant],
  [AGO, readAgo],
  [CLOCK, readClock],
  [DAY, readDay],
  [WORDED, readWorded],
];

/**
 * What a typed time means: `2026-11-14`, `2026-11-14 09:41`, `09:41` of today, `15 min`, `2 h ago`, a time as the console
 * writes it (`14 Nov 2026, 09:41:07 UTC`), or an instant with its zone. Nothing where the text is none of these. Without a zone it is read as times are shown, which may be two moments.
 */
export function typedTimes(typed: string, now: number, format: TimeFormat): readonly TypedTime[] {
  const text = typed.trim().toLowerCase();
  const meant = forms.flatMap(([form, read]) => {
    const parts = form.exec(text);
    return parts === null ? [] : read(parts, now, format);
  });
  return meant
    .filter(({ at }) => Math.abs(at) < FURTHEST)
    .map(({ at, note }) => ({ time: new Date(at).toISOString(), note }));
}
