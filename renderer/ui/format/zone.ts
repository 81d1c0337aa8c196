/** `local`, `utc`, or a zone by its name in the time zone database, such as `Europe/Zurich`. */
export type Zone = string;

/** A moment as clocks and calendars of a zone show it. `month` counts from 0, as `Date` does. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

type Format = Intl.DateTimeFormat;

const formats = new Map<string, Format>();

const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', era: 'short' } as const;
const clock = { hour: 'numeric', minute: 'numeric', second: 'numeric', hourCycle: 'h23' } as const;

function make(timeZone: string): Format {
  const options = { ...numeric, ...clock, calendar: 'gregory', numberingSystem: 'latn' } as const;
  return new Intl.DateTimeFormat('en', { ...options, timeZone });
}

/** A zone that this system does not know, from another version of it, is shown as UTC and says so. */
function formatOf(zone: Zone): Format {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = isZone(zone) ? make(zone) : make('UTC');
  formats.set(zone, made);
  return made;
}

export function isZone(name: string): boolean {
  try {
    make(name);
    return true;
  } catch {
    return false;
  }
}

function namedWallTime(at: Date, zone: Zone): WallTime {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const year = parts.get('era')?.startsWith('B') === true ? 1 - part('year') : part('year');
  const date = { year, month: part('month') - 1, day: part('day') };
  return { ...date, hours: part('hour'), minutes: part('minute'), seconds: part('second') };
}

export function wallTimeOf(at: Date, zone: Zone): WallTime {
  if (zone === 'local') {
    const date = { year: at.getFullYear(), month: at.getMonth(), day: at.getDate() };
    return { ...date, hours: at.getHours(), minutes: at.getMinutes(), seconds: at.getSeconds() };
  }
  if (zone !== 'utc') return namedWallTime(at, zone);
  const date = { year: at.getUTCFullYear(), month: at.getUTCMonth(), day: at.getUTCDate() };
  return { ...date, hours: at.getUTCHours(), minutes: at.getUTCMinutes(), seconds: at.getUTCSeconds() };
}

/** The wall time read as if it were UTC's. */
function asUtc({ year, month, day, hours, minutes, seconds }: WallTime): number {
  // `Date.UTC` takes years below 100 for those of the last century.
  return new Date(0).setUTCFullYear(year, month, day) + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** How far the zone's clocks are ahead of UTC at a moment, in milliseconds. */
export function offsetAt(at: Date, zone: Zone): number {
  return asUtc(wallTimeOf(at, zone)) - Math.floor(at.getTime() / 1000) * 1000;
}

const DAY_MS = 86_400_000;

const isSame = (a: WallTime, b: WallTime): boolean => asUtc(a) === asUtc(b);

/** Ahead of UTC on the day before and on the day after: where clocks are changed in between, these are two. */
function offsetsAround(wall: WallTime, zone: Zone): readonly [before: number, after: number] {
  const guess = asUtc(wall);
  return [offsetAt(new Date(guess - DAY_MS), zone), offsetAt(new Date(guess + DAY_MS), zone)];
}

/** Every moment at which a zone's clocks show this: one; two where they are put back over it; none where they skip it. */
export function momentsOf(wall: WallTime, zone: Zone): readonly Date[] {
  const moments = new Set(offsetsAround(wall, zone).map((offset) => asUtc(wall) - offset));
  return [...moments]
    .toSorted((a, b) => a - b)
    .map((time) => new Date(time))
    .filter((at) => isSame(wallTimeOf(at, zone), wall));
}

/** The first moment at which a zone's clocks show this; where they skip it, as much later as they skip. */
export function momentOf(wall: WallTime, zone: Zone): Date {
  const [first] = momentsOf(wall, zone);
  const [before] = offsetsAround(wall, zone);
  return first ?? new Date(asUtc(wall) - before);
}
