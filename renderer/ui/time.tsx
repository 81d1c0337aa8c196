import { timeZoneOf, usePreferences } from '../state/preferences.ts';
import { clockTime, relativeTime } from './format/time.ts';
import { useNow } from './hooks/use-now.ts';

export interface TimeProps {
  readonly at: string;
  readonly className?: string | undefined;
  /** The time of day instead: for what is a moment, not a distance. */
  readonly clock?: boolean | undefined;
}

/** Relative, the absolute on hover, in UTC or local as the operator chose. */
export function Time({ at, className, clock = false }: TimeProps) {
  const timeZone = usePreferences(timeZoneOf);
  const now = useNow();
  return (
    <time dateTime={at} data-hint="" className={className}>
      {clock ? clockTime(at, { timeZone }) : relativeTime(at, now, { timeZone })}
    </time>
  );
}
