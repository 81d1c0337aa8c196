import type { QueryClient } from '@tanstack/react-query';

/** Frames without a request under way: one answer often leads to the next request. */
const QUIET_FRAMES = 6;

/**
 * Sets `data-ready` on the document once the first data, the first question or an error is on the screen. Whoever
 * takes a picture of the window, or measures how long it takes to open, waits for it.
 */
export function markReady(client: QueryClient): () => void {
  let quiet = 0;
  let frame = 0;
  const look = (): void => {
    const hasAnswer = client
      .getQueryCache()
      .getAll()
      .some(({ state }) => state.status !== 'pending');
    quiet = hasAnswer && client.isFetching() === 0 ? quiet + 1 : 0;
    if (quiet < QUIET_FRAMES) frame = requestAnimationFrame(look);
    else document.documentElement.dataset['ready'] = 'true';
  };
  frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}
