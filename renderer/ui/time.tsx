import { usePreferences } from '../state/preferences.ts';
import { absoluteTime, relativeTime } from './format/time.ts';
import { useNow } from './hooks/use-now.ts';

export interface TimeProps {
  readonly at: string;
  readonly className?: string | undefined;
}

/** Relative, the absolute on hover, in UTC or local as the operator chose. */
export function Time({ at, className }: TimeProps) {
  const timeZone = usePreferences((preferences) => preferences.timeZone);
  const now = useNow();
  return (
    <time dateTime={at} title={absoluteTime(at, { timeZone })} className={className}>
      {relativeTime(at, now, { timeZone })}
    </time>
  );
}
