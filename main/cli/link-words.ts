import type { LinkStatus } from '../../domain/contract/link.ts';
import { counted } from './counted.ts';

const STATES = {
  offline: 'Offline',
  connecting: 'Connecting',
  'catching-up': 'Catching up',
  live: 'Live',
  refused: 'Refused',
} as const;

/** The state of the link in one line, for people. */
export function linkWords({ state, error, behind, waiting }: LinkStatus): string {
  const parts = [
    state === 'catching-up' && behind !== null
      ? `${STATES[state]}, ${counted(behind, 'message')} behind`
      : STATES[state],
    `${counted(waiting.commits, 'change')} to go out`,
  ];
  return `${parts.join(', ')}${error === null ? '' : `. ${error.message}`}`;
}
