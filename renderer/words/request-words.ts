import { CircleCheck, CirclePause, TriangleAlert } from 'lucide-react';
import type { RequestReason, RequestsStatus } from '../../domain/contract/requests.ts';
import type { Look } from '../ui/tone.ts';

const reasons: Readonly<Record<RequestReason, string>> = {
  refused: 'Refused',
  unreadable: 'No command that can be read',
  exhausted: 'Given up after too many attempts',
};

/** Why a command of another system was not carried out. */
export function requestReason(reason: RequestReason): string {
  return reasons[reason];
}

/** Whether this console takes commands of other systems, and what that means. */
export function requestsLook({ taking, error }: RequestsStatus): Look & { readonly meaning: string } {
  if (taking) {
    const meaning = 'What other systems ask for is carried out, here or by another console.';
    return { tone: 'ok', icon: CircleCheck, word: 'Taken here', meaning };
  }
  if (error !== null) return { tone: 'attention', icon: TriangleAlert, word: 'Not taken here', meaning: '' };
  const meaning = 'They are taken again once the link is live.';
  return { tone: 'neutral', icon: CirclePause, word: 'Waiting for the link', meaning };
}
