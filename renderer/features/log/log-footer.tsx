import { Pause, Radio } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LogRow } from '../../../domain/contract/views.ts';
import { timeZoneOf, usePreferences } from '../../state/preferences.ts';
import { countOf, formatCount } from '../../ui/format/number.ts';
import { absoluteTime } from '../../ui/format/time.ts';
import type { Chunk, SearchState } from './log-chunks.ts';
import styles from './log-footer.module.css';

/** First and last row in sight. Kept outside React's tree: it moves with every scroll. */
export type RangeStore = StoreApi<{ readonly first: number; readonly last: number }>;

export function createRangeStore(): RangeStore {
  return createStore(() => ({ first: 0, last: 0 }));
}

export type Following = 'following' | 'held' | 'paused' | 'off';

export interface LogFooterProps {
  readonly range: RangeStore;
  readonly rows: readonly LogRow[];
  readonly chunks: readonly Chunk[];
  readonly filtered: boolean;
  /** False where the list was sent into the middle of the log. */
  readonly whole: boolean;
  readonly state: SearchState;
  readonly following: Following;
  readonly onStop: () => void;
  readonly onResume: () => void;
  /** What waits beyond the rows. */
  readonly children: ReactNode;
}

/** How far a search has come: `Searched to position 480,001, 12 Nov 2026, 09:41:07 UTC`. */
export function useReachedWords(chunk: Chunk | undefined): string {
  const timeZone = usePreferences(timeZoneOf);
  if (chunk === undefined) return '';
  const when = chunk.reachedAt === null ? '' : `, ${absoluteTime(chunk.reachedAt, { timeZone })}`;
  return `Searched to position ${formatCount(chunk.reached)}${when}`;
}

function InSight({
  range,
  rows,
  head,
}: {
  readonly range: RangeStore;
  readonly rows: readonly LogRow[];
  readonly head: number;
}) {
  const { first, last } = useStore(range);
  const [from, to] = [rows[first], rows[Math.min(Math.max(first, last), rows.length - 1)]];
  if (from === undefined || to === undefined) return null;
  return `Positions ${formatCount(from.position)} to ${formatCount(to.position)} of ${formatCount(head)}`;
}

const liveWords: Readonly<Record<Following, string>> = {
  following: 'Live',
  held: 'Live, held while you read',
  paused: 'Paused',
  off: 'Not live',
};

/** What the list holds, how far a search has come, and whether the list follows the end of the log. */
export function LogFooter(props: LogFooterProps) {
  const { rows, state, following, onStop, onResume, children } = props;
  const Icon = following === 'paused' ? Pause : Radio;
  return (
    <footer className={styles['footer']} data-page-footer="">
      <span className={styles['words']}>
        <Extent {...props} />
      </span>
      {state === 'searching' && rows.length > 0 ? <Act onClick={onStop}>Stop</Act> : null}
      {state === 'stopped' && rows.length > 0 ? <Act onClick={onResume}>Go on</Act> : null}
      <div className={styles['end']}>
        {children}
        <span className={styles['live']} data-following={following}>
          <Icon aria-hidden size={12} />
          {liveWords[following]}
        </span>
      </div>
    </footer>
  );
}

function Act({ onClick, children }: { readonly onClick: () => void; readonly children: string }) {
  return (
    <button type="button" className={styles['act']} onClick={onClick}>
      {children}
    </button>
  );
}

function Extent({ range, rows, chunks, filtered, whole, state }: LogFooterProps) {
  const last = chunks.at(-1);
  const reached = useReachedWords(last);
  const found = countOf(rows.length, 'event');
  if (state !== 'done') return `${reached} · ${found} found`;
  const through = whole ? 'searched all' : 'searched all from there on';
  if (filtered) return last?.next === null ? `${found} found, ${through}` : `${found} found so far`;
  return <InSight range={range} rows={rows} head={Math.max(0, ...chunks.map((chunk) => chunk.head))} />;
}
