import type { LinkStatus } from '../../domain/contract/link.ts';
import type { RequestsStatus } from '../../domain/contract/requests.ts';
import { counted } from './counted.ts';
import { wordsFor } from './next-step.ts';

const STATES = {
  offline: 'Offline',
  connecting: 'Connecting',
  'catching-up': 'Catching up',
  live: 'Live',
  refused: 'Refused',
} as const;

/** What there is to say about commands of other systems; nothing where none came and nothing is wrong. */
function requestWords({ done, refused, conflicts, unreadable, exhausted, error }: RequestsStatus): string {
  const left = refused + conflicts + unreadable + exhausted;
  const came = done + left === 0 ? '' : `. Of other systems: ${done} done, ${left} not carried out`;
  return error === null ? came : `${came}. ${error.message}`;
}

/** The state of the link in one line, for people. */
export function linkWords({ state, error, behind, waiting, requests }: LinkStatus): string {
  const parts = [
    state === 'catching-up' && behind !== null
      ? `${STATES[state]}, ${counted(behind, 'message')} behind`
      : STATES[state],
    `${counted(waiting.commits, 'change')} to go out`,
  ];
  return `${parts.join(', ')}${error === null ? '' : `. ${wordsFor(error)}`}${requestWords(requests)}`;
}
