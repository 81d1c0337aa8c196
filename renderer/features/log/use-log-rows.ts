import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Chunk, SearchState } from './log-chunks.ts';
import type { LogSearch } from './log-search.ts';
import { logRowsQuery, PAGE } from './queries.ts';

/** Rows beyond those in sight that are fetched without being asked for. */
const AHEAD = 120;

const NONE: readonly Chunk[] = [];

/** It came back without what was asked for, and there is more. */
function isSparse(chunk: Chunk | undefined): boolean {
  return chunk !== undefined && chunk.rows.length < PAGE;
}

interface Progress {
  readonly short: boolean;
  readonly stopped: boolean;
  readonly goesOn: boolean;
  readonly last: Chunk | undefined;
}

function stateOf({ short, stopped, goesOn, last }: Progress): SearchState {
  if (goesOn && isSparse(last)) return 'searching';
  return short && stopped ? 'stopped' : 'done';
}

/** Does it whenever it has become due. */
function useWhile(due: boolean, act: () => void): void {
  const run = useEffectEvent(act);
  useEffect(() => {
    if (due) run();
  }, [due]);
}

/**
 * The rows that are loaded. Where a filter matches little, an answer may hold none and still not be the last: it goes on
 * by itself until the screen is filled, the log is through, or the operator stops it.
 */
export function useLogRows(search: LogSearch) {
  const query = useInfiniteQuery(logRowsQuery(search));
  const { fetchNextPage, hasNextPage, isFetching } = query;
  const chunks = query.data?.pages ?? NONE;
  const rows = useMemo(() => chunks.flatMap((chunk) => chunk.rows), [chunks]);
  const [wanted, setWanted] = useState(PAGE);
  const [stopped, setStopped] = useState(false);
  const short = hasNextPage && rows.length < wanted;
  const goesOn = short && !stopped && query.error === null;
  useWhile(goesOn && !isFetching, () => void fetchNextPage({ cancelRefetch: false }));
  const count = rows.length;
  const onMore = useCallback(() => setWanted(count + AHEAD), [count]);
  return {
    query,
    rows,
    chunks,
    onMore,
    state: stateOf({ short, stopped, goesOn, last: chunks.at(-1) }),
    stop: () => setStopped(true),
    resume: () => setStopped(false),
  };
}
