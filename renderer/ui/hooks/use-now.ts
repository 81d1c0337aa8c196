import { useSyncExternalStore } from 'react';

const STEP_MS = 20_000;
let current = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  current = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    // Nobody looked for a while, and so it stood.
    current = Date.now();
    timer = setInterval(tick, STEP_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function now(): number {
  return current;
}

/** Milliseconds since the epoch, moving on every 20 s: one timer for all relative times of the window. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, now);
}
