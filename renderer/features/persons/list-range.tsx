import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { formatCount } from '../../ui/format/number.ts';
import type { Sight } from './list-pages.ts';
import { matchWords } from './match-words.ts';
import styles from './persons-page.module.css';

export interface Range extends Sight {
  /** Which list it is in. */
  readonly list: string;
}

/** Where one is in the list. Kept outside React's tree: it moves with every scroll. */
export type RangeStore = StoreApi<Range>;

export function createRangeStore(): RangeStore {
  return createStore(() => ({ list: '', first: 0, last: 0, cursor: 0 }));
}

/** One moved in a list; what is not named stays, unless it is another list. */
export function moveRange(store: RangeStore, list: string, to: Partial<Sight>): void {
  const before = store.getState();
  const kept = before.list === list ? before : { list, first: 0, last: 0, cursor: 0 };
  store.setState({ ...kept, ...to });
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
