import { z } from 'zod';
import { momentOf, type WallTime, wallTimeOf, type Zone } from '../../ui/format/zone.ts';

const DAY_MS = 86_400_000;

/** `2026-11-25`, or `7d`: since the beginning of the day seven days ago; `0d` is today. */
export const sinceSchema = z.union([z.iso.date(), z.string().regex(/^(?:0|[1-9]\d{0,3})d$/)]);

export const sinceChoices: readonly { readonly value: string; readonly label: string }[] = [
  { value: '0d', label: 'Today' },
  { value: '7d', label: 'In the last 7 days' },
  { value: '30d', label: 'In the last 30 days' },
  { value: '90d', label: 'In the last 90 days' },
];

type Day = Pick<WallTime, 'year' | 'month' | 'day'>;

function midnight({ year, month, day }: Day, zone: Zone): string {
  return momentOf({ year, month, day, hours: 0, minutes: 0, seconds: 0 }, zone).toISOString();
}

/** The instant that a choice means: a midnight, so that the same list is asked for all day long. */
export function sinceInstant(since: string, now: Date, zone: Zone): string {
  if (since.endsWith('d')) {
    const then = new Date(now.getTime() - Number.parseInt(since, 10) * DAY_MS);
    return midnight(wallTimeOf(then, zone), zone);
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
