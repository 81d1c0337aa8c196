const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/u;

/** The nanoseconds of an instant as JetStream's API writes it; null where it is none: a Date would lose the last six digits. */
export function nanosecondsOf(instant: string): string | null {
  const [, seconds, fraction = ''] = INSTANT.exec(instant) ?? [];
  if (seconds === undefined) return null;
  const milliseconds = Date.parse(`${seconds}Z`);
  return Number.isNaN(milliseconds) ? null : `${milliseconds / 1000}${fraction.padEnd(9, '0')}`;
}
