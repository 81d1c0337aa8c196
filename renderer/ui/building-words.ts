import { formatSeconds } from './format/number.ts';

/** How far something is that is built from the log. */
export interface HowFar {
  readonly share: number;
  readonly secondsLeft: number | null;
}

/** `43 %, 12 s left`. */
export function howFarWords({ share, secondsLeft }: HowFar): string {
  const left = secondsLeft === null ? '' : `, ${formatSeconds(secondsLeft)} left`;
  return `${Math.floor(share * 100)} %${left}`;
}

/** What is said where nobody is found: as long as the lists are built, that is no answer yet. */
export function noneYet(none: string, building: HowFar | null): string {
  if (building === null || none === '') return none;
  return `${none}. The lists are still being built: ${howFarWords(building)}`;
}
