import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { LogPage } from '../../../domain/contract/views.ts';
import { useNotices } from '../../state/notices.ts';
import { asConsoleError } from '../../ui/error-words.ts';
import { type Chunk, tailStart } from './log-chunks.ts';
import { filterOf, type LogSearch } from './log-search.ts';
import { logRowsKey, MOST_WAITING, newerThan, PAGE } from './queries.ts';
import { isFull, type Pages, showNewer, tailKey } from './show-newer.ts';

/** More than anybody reads at a time: where so many wait again and again, they stand for so long before others come. */
const SCREENFUL = 50;
const FLOOD_MS = 2000;

const NOTHING: LogPage = { rows: [], next: null, head: 0, reached: 0, reachedAt: null };

/** Whoever reads on is told how many wait; a list that follows begins again where they are more than an answer has. */
function mostAsked(byItself: boolean): number {
  return byItself ? PAGE : MOST_WAITING;
}

/** What was appended behind the list, asked for again with every push. */
function useNewer(search: LogSearch, start: number | undefined, most: number) {
  const client = useQueryClient();
  const queryKey = tailKey(search, most);
  // Where more are waiting than will be shown one by one, there is nothing more to know.
  const enabled = start !== undefined && !isFull(client.getQueryData<LogPage>(queryKey), most);
  const behind = (): number => {
    // The list may have taken rows in since this was drawn.
    const pages = client.getQueryData<Pages>(logRowsKey(search))?.pages ?? [];
    return tailStart(pages, search) ?? start ?? 0;
  };
  const queryFn = () => newerThan(filterOf(search), behind(), most);
  return useQuery({ queryKey, enabled, gcTime: 0, queryFn });
}

/** Acts on what is new where that is due: at once, and at a pace where more than a screenful of rows waits each time. */
function usePaced(due: boolean, what: unknown, rows: number, act: () => void): void {
  const pace = rows > SCREENFUL ? FLOOD_MS : 0;
  const actedAt = useRef(Number.NEGATIVE_INFINITY);
  const actNow = useEffectEvent(() => {
    actedAt.current = performance.now();
    act();
  });
  useEffect(() => {
    if (!due) return;
    const wait = actedAt.current + pace - performance.now();
    if (wait <= 0) return actNow();
    const timer = setTimeout(() => actNow(), wait);
    return () => clearTimeout(timer);
  }, [due, what, pace]);
}

/** Events that the list does not show yet: waiting, or shown at once where it follows the end of the log. */
export function useLogTail(search: LogSearch, chunks: readonly Chunk[], follows: boolean) {
  const client = useQueryClient();
  const start = tailStart(chunks, search);
  const [failed, setFailed] = useState(false);
  const byItself = follows && !failed;
  const most = mostAsked(byItself);
  const query = useNewer(search, start, most);
  const newer = query.data ?? NOTHING;
  const seen = start ?? Number.POSITIVE_INFINITY;
  const waiting = newer.rows.filter(({ position }) => position > seen).length;
  const nothingIn = waiting === 0 && newer.reached > seen;
  const show = () =>
    void showNewer(client, search, newer, most)
      .then(() => setFailed(false))
      .catch((thrown: unknown) => {
        setFailed(true);
        const { message, code } = asConsoleError(thrown);
        const title = 'The new events could not be shown';
        useNotices.getState().show({ tone: 'danger', title, detail: message, code });
      });
  const due = nothingIn || (byItself && waiting > 0);
  usePaced(due, newer, waiting, show);
  // Those that the list takes in by itself do not wait for the operator.
  const shown = byItself ? 0 : waiting;
  return { live: start !== undefined, byItself, waiting: shown, more: isFull(newer, most), show, query };
}
