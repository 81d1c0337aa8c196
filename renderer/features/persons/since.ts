import { z } from 'zod';
import type { TimeZoneChoice } from '../../state/preferences.ts';

const DAY_MS = 86_400_000;

/** `2026-11-25`, or `7d`: since the beginning of the day seven days ago; `0d` is today. */
export const sinceSchema = z.union([z.iso.date(), z.string().regex(/^(?:0|[1-9]\d{0,3})d$/)]);

export const sinceChoices: readonly { readonly value: string; readonly label: string }[] = [
  { value: '0d', label: 'Today' },
  { value: '7d', label: 'In the last 7 days' },
  { value: '30d', label: 'In the last 30 days' },
  { value: '90d', label: 'In the last 90 days' },
];

function midnight(year: number, month: number, day: number, zone: TimeZoneChoice): Date {
  return zone === 'utc' ? new Date(Date.UTC(year, month, day)) : new Date(year, month, day);
}

/** The instant that a choice means: a midnight, so that the same list is asked for all day long. */
export function sinceInstant(since: string, now: Date, zone: TimeZoneChoice): string {
  if (since.endsWith('d')) {
    const then = new Date(now.getTime() - Number.parseInt(since, 10) * DAY_MS);
    return zone === 'utc'
      ? midnight(then.getUTCFullYear(), then.getUTCMonth(), then.getUTCDate(), zone).toISOString()
      : midnight(then.getFullYear(), then.getMonth(), then.getDate(), zone).toISOString();
  }
  const [year = 0, month = 1, day = 1] = since.split('-').map(Number);
  return midnight(year, month - 1, day, zone).toISOString();
}

/** `changed in the last 7 days`, `changed since 2026-11-25`. */
export function sinceWords(since: string): string {
  if (since === '0d') return 'Changed today';
  return since.endsWith('d')
    ? `Changed in the last ${Number.parseInt(since, 10)} days`
    : `Changed since ${since}`;
}
