import { z } from 'zod';
import { momentOf, type WallTime, wallTimeOf, type Zone } from '../../ui/format/zone.ts';

const daySchema = z.iso.date();

/** `2026-11-25`, or `7d`: since the beginning of the day seven days ago; `0d` is today. */
export const sinceSchema = z.union([daySchema, z.string().regex(/^(?:0|[1-9]\d{0,3})d$/)]);

export const sinceChoices: readonly { readonly value: string; readonly label: string }[] = [
  { value: '0d', label: 'Today' },
  { value: '7d', label: 'In the last 7 days' },
  { value: '30d', label: 'In the last 30 days' },
  { value: '90d', label: 'In the last 90 days' },
];

/** A day of the calendar, as `2026-11-25`. */
export function isDay(text: string): boolean {
  return daySchema.safeParse(text).success;
}

type Day = Pick<WallTime, 'year' | 'month' | 'day'>;

function midnight({ year, month, day }: Day, zone: Zone): string {
  return momentOf({ year, month, day, hours: 0, minutes: 0, seconds: 0 }, zone).toISOString();
}

/** The instant that a choice means: a midnight, so that the same list is asked for all day long. */
export function sinceInstant(since: string, now: Date, zone: Zone): string {
  if (since.endsWith('d')) {
    const { year, month, day } = wallTimeOf(now, zone);
    // Days of the calendar: where clocks are changed, some have 23 hours and some 25.
    const then = new Date(Date.UTC(year, month, day - Number.parseInt(since, 10)));
    return midnight(wallTimeOf(then, 'utc'), zone);
  }
  const [year = 0, month = 1, day = 1] = since.split('-').map(Number);
  return midnight({ year, month: month - 1, day }, zone);
}

/** `changed in the last 7 days`, `changed since 2026-11-25`. */
export function sinceWords(since: string): string {
  if (since === '0d') return 'Changed today';
  return since.endsWith('d')
    ? `Changed in the last ${Number.parseInt(since, 10)} days`
    : `Changed since ${since}`;
}
