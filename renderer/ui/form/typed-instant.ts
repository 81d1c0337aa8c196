import { absoluteTime, type TimeFormat } from '../format/time.ts';
import { typedTimes } from '../format/typed-times.ts';

/** What a field for a time holds: an instant in UTC, or a text that is none. */
export interface TypedInstant {
  readonly text: string;
  readonly value: string;
  /** What it held before it was typed into. */
  readonly before: string;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/u;

/** As times are shown everywhere; what is no time stays as it was typed. */
export function instantWords(value: string, format: TimeFormat): string {
  return INSTANT.test(value) ? absoluteTime(value, format) : value;
}

/** What a typed text means: of two moments that clocks showed alike the first. Nothing else is guessed. */
export function typeInstant(text: string, before: string, now: number, format: TimeFormat): TypedInstant {
  // Words show no fractions of a second: typed away and back again, an instant must be the one that it was.
  if (text === instantWords(before, format)) return { text, value: before, before };
  return { text, value: typedTimes(text, now, format)[0]?.time ?? text, before };
}
