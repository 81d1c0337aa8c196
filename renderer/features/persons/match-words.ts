import { countOf, formatCount } from '../../ui/format/number.ts';

/** A search ranks no more: a total beyond says only that there are more. */
const MOST_RANKED = 2000;

/** The total of a search where it is exact. */
export function exactTotal(total: number | null): number | null {
  return total === null || total > MOST_RANKED ? null : total;
}

/** How many a search found, and in which order they stand. */
export function matchWords(total: number | null): string {
  if (total === null) return 'Best first';
  const matches =
    total > MOST_RANKED
      ? `More than ${formatCount(MOST_RANKED)} matches`
      : countOf(total, 'match', 'matches');
  return `${matches}, best first`;
}
