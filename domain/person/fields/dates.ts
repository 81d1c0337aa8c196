import { z } from 'zod';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NO_DATE = 'Must be a date like 1987-06-05';
const NO_SUCH_DAY = 'There is no such day: check day and month';

/** A day of the calendar, `YYYY-MM-DD`, from 0001-01-01 on. */
export function calendarDate() {
  return z.iso
    .date({ error: ({ input }) => (DAY.test(String(input)) ? NO_SUCH_DAY : NO_DATE) })
    .refine((date) => !date.startsWith('0000'), 'Must not be earlier than the year 1');
}

/** An instant, folded to ISO 8601 in UTC with milliseconds. */
export function instant() {
  return z.iso
    .datetime({ offset: true, error: 'Must be a time like 2024-05-06T07:08:09Z' })
    .overwrite((text) => {
      const time = Date.parse(text);
      return Number.isNaN(time) ? text : new Date(time).toISOString();
    });
}

const HOURS_AHEAD = 14;

/** The latest date that it is anywhere on earth at an instant: what an operator there may call today (ADR 13). */
export function latestToday(now: string): string {
  return new Date(Date.parse(now) + HOURS_AHEAD * 3_600_000).toISOString().slice(0, 10);
}
