import type { KeyboardEvent } from 'react';

/** Ctrl+Enter sends the form from any of its fields; a key that is held sends it once. */
export function submitByKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  if (!event.repeat) event.currentTarget.requestSubmit();
}
