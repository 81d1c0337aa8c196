import { offsetAt, type Zone, wallTimeOf } from './zone.ts';

export interface TimeFormat {
  readonly timeZone: Zone;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const plural = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** So long ago, or ahead, that its date says more than the distance. */
export function isFar(instant: string, now: number): boolean {
  return Math.abs(now - Date.parse(instant)) >= 7 * DAY * 1000;
}

/** `just now`, `5 min ago`, `3 h ago`, `2 days ago`, then the date. A time ahead of the clock is `in 5 min`. */
export function relativeTime(instant: string, now: number, format: TimeFormat): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return instant;
  const seconds = Math.round((now - at) / 1000);
  const distance = Math.abs(seconds);
  if (distance < 45) return 'just now';
  if (isFar(instant, now)) return shortDate(instant, format);
  const words = distanceWords(distance);
  return seconds > 0 ? `${words} ago` : `in ${words}`;
}

function distanceWords(seconds: number): string {
  if (seconds < HOUR) return `${Math.max(1, Math.round(seconds / MINUTE))} min`;
  if (seconds < DAY) return `${Math.round(seconds / HOUR)} h`;
  return plural(Math.round(seconds / DAY), 'day');
}

const two = (value: number): string => String(value).padStart(2, '0');

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function dateWords({ day, month, year }: Day): string {
  return `${day} ${MONTHS[month]} ${year}`;
}

function clockWords(at: Date, { timeZone }: TimeFormat): string {
  const { hours, minutes, seconds } = wallTimeOf(at, timeZone);
  return `${two(hours)}:${two(minutes)}:${two(seconds)}`;
}

function shortDate(instant: string, { timeZone }: TimeFormat): string {
  return dateWords(wallTimeOf(new Date(instant), timeZone));
}

/** `UTC`, or the distance of the zone's clocks from it: `UTC+02:00`. */
export function zoneName(at: Date, { timeZone }: TimeFormat): string {
  const minutes = Math.round(offsetAt(at, timeZone) / 60_000);
  if (minutes === 0) return 'UTC';
  const distance = Math.abs(minutes);
  return `UTC${minutes < 0 ? '−' : '+'}${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
}

/** `14 Nov 2026, 09:41:07 UTC`: to the second, with the zone. */
export function absoluteTime(instant: string, format: TimeFormat): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const date = dateWords(wallTimeOf(at, format.timeZone));
  return `${date}, ${clockWords(at, format)} ${zoneName(at, format)}`;
}

/** `09:41:07`: for what was moments ago. */
export function clockTime(instant: string, format: TimeFormat): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? instant : clockWords(at, format);
}

/** A calendar date (`YYYY-MM-DD`) in words; anything else as it is. */
export function calendarDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date);
  const month = Number(match?.[2]) - 1;
  if (match === null || MONTHS[month] === undefined) return date;
  return dateWords({ day: Number(match[3]), month, year: Number(match[1]) });
}

/** Full years between two calendar dates; null where that makes no sense. */
export function yearsBetween(from: string, until: string): number | null {
  const [fromYear, fromRest] = [Number(from.slice(0, 4)), from.slice(5)];
  const [untilYear, untilRest] = [Number(until.slice(0, 4)), until.slice(5, 10)];
  const years = untilYear - fromYear - (untilRest < fromRest ? 1 : 0);
  return Number.isFinite(years) && years >= 0 ? years : null;
}
