import { latestToday } from '../fields/dates.ts';
import type { JsonObject } from '../fields/json.ts';

/**
 * Whether an employment is current follows from a new end, unless the command says it itself. It is recorded, as
 * those who read the person have no clock.
 */
export function withCurrent(type: string, patch: JsonObject, data: JsonObject, now: string): JsonObject {
  const { endDate, current } = patch;
  if (type !== 'Employment') return patch;
  if (endDate === undefined || current !== undefined || endDate === data.endDate) return patch;
  return endDate === null ? withoutEnd(patch, data) : withEnd(patch, data, latestToday(now));
}

/** An employment whose end is taken away may be current again. */
function withoutEnd(patch: JsonObject, data: JsonObject): JsonObject {
  return data.current === false && data.endDate !== undefined ? { ...patch, current: null } : patch;
}

/** A past end ends it; a term that is put off into the future goes on. */
function withEnd(patch: JsonObject, data: JsonObject, today: string): JsonObject {
  const isPast = (end: unknown) => typeof end === 'string' && end <= today;
  if (isPast(patch.endDate)) return { ...patch, current: false };
  return data.current === false && !isPast(data.endDate) ? patch : { ...patch, current: true };
}
