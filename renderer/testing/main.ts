/** The renderer on sample data, for working on it and looking at it. Never part of what is shipped. */
import { createFakeBridge } from './fake-bridge.ts';
import { readSwitches } from './switches.ts';

const KEPT = 'sample-switches';

/** The router reads the query as part of its own address, so the switches move out of it and last for the session. */
function takeQuery(): string {
  if (location.search !== '') sessionStorage.setItem(KEPT, location.search);
  history.replaceState(null, '', location.pathname + location.hash);
  return sessionStorage.getItem(KEPT) ?? '';
}

const bridge = createFakeBridge(readSwitches(takeQuery()));
Object.defineProperty(window, 'personConsole', { value: bridge });
await import('../app/main.tsx');
