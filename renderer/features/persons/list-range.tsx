import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { formatCount } from '../../ui/format/number.ts';
import { matchWords } from './match-words.ts';
import styles from './persons-page.module.css';

/** First and last row in sight, counted from 0. Kept outside React's tree: it moves with every scroll. */
export type RangeStore = StoreApi<{ readonly first: number; readonly last: number }>;

export function createRangeStore(): RangeStore {
  return createStore(() => ({ first: 0, last: 0 }));
}

export interface ListRangeProps {
  readonly store: RangeStore;
  readonly loaded: number;
  readonly total: number | null;
}

/** `1–100 of 100,000`. */
export function ListRange({ store, loaded, total }: ListRangeProps) {
  const { first, last } = useStore(store);
  // The place stays, so that what stands beside it does not jump.
  if (loaded === 0) return <span className={styles['range']} />;
  const of = total === null ? '' : ` of ${formatCount(total)}`;
  return (
    <span
      className={styles['range']}
    >{`${formatCount(first + 1)}–${formatCount(Math.max(first, last) + 1)}${of}`}</span>
  );
}

/** What a search found, said aloud as it changes; where that is nothing, the list itself says so. */
export function MatchCount({ total }: { readonly total: number | null }) {
  return (
    <span role="status" className={styles['range']}>
      {total === 0 ? null : matchWords(total)}
    </span>
  );
}
