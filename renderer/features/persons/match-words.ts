import { MAX_RANKED } from '../../../domain/contract/procedures.ts';
import { countOf, formatCount } from '../../ui/format/number.ts';

/** The total of a search where it is exact. */
export function exactTotal(total: number | null): number | null {
  return total === null || total > MAX_RANKED ? null : total;
}

/** How many a search found, and in which order they stand. */
export function matchWords(total: number | null): string {
  if (total === null) return 'Best first';
  const matches =
    total > MAX_RANKED ? `More than ${formatCount(MAX_RANKED)} matches` : countOf(total, 'match', 'matches');
  return `${matches}, best first`;
}
