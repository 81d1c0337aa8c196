import {
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CloudDownload,
  type LucideIcon,
  RefreshCw,
  Unplug,
} from 'lucide-react';
import { type LinkStatus, PERMISSION_FOR } from '../../domain/contract/link.ts';
import { countOf, formatSeconds } from '../ui/format/number.ts';
import type { Look } from '../ui/tone.ts';

const looks: Readonly<Record<LinkStatus['state'], Look>> = {
  offline: { tone: 'neutral', icon: Unplug, word: 'Working offline' },
  connecting: { tone: 'attention', icon: RefreshCw, word: 'Connecting' },
  'catching-up': { tone: 'info', icon: CloudDownload, word: 'Catching up' },
  live: { tone: 'ok', icon: CircleCheck, word: 'Live' },
  refused: { tone: 'danger', icon: CircleAlert, word: 'Refused' },
};

/** What only a person can decide is no failure. */
const undecided: Look = { tone: 'attention', icon: CircleHelp, word: 'Needs a decision' };

export function linkLook({ state, error }: Pick<LinkStatus, 'state' | 'error'>): Look {
  return state === 'refused' && PERMISSION_FOR.has(error?.code ?? '') ? undecided : looks[state];
}

/** As short as the status bar has it, and what it says besides where there is room. */
export function linkInBar(status: LinkStatus): {
  readonly icon: LucideIcon;
  readonly short: string;
  readonly more: string;
} {
  const { icon, word } = linkLook(status);
  const { state, behind, servers } = status;
  if (state === 'catching-up')
    return { icon, short: `${word}, ${countOf(behind ?? 0, 'message')} behind`, more: '' };
  if (state === 'offline' && servers.length === 0)
    return { icon, short: word, more: ': no connection is set up' };
  return { icon, short: word, more: '' };
}

/** The server may not take all that goes out, or nothing of it. */
function liveMeaning({ error, refused }: Pick<LinkStatus, 'error' | 'refused'>): string {
  if (error === null && refused.length === 0)
    return 'All that others did is here, and what is done here goes out at once.';
  return 'All that others did is here. What the server does not take is kept, and goes out once it does.';
}

/** What a state means for whoever works here. */
export function linkMeaning(status: LinkStatus): string {
  const { state, behind, perSecond, secondsLeft, servers } = status;
  switch (state) {
    case 'offline':
      return servers.length === 0
        ? 'No server is named. Everything is kept here, and goes out once there is one.'
        : 'The link is held down. Everything is kept here, and goes out once it is wanted again.';
    case 'connecting':
      return 'The server is being asked. Everything is kept here meanwhile.';
    case 'catching-up':
      return [
        `${countOf(behind ?? 0, 'message')} of others to be taken in`,
        perSecond === null ? null : `${countOf(perSecond, 'message')} a second`,
        secondsLeft === null ? null : `${formatSeconds(secondsLeft)} left`,
      ]
        .filter((part) => part !== null)
        .join(', ');
    case 'live':
      return liveMeaning(status);
    case 'refused':
      return 'Nothing is sent or taken in before somebody decides.';
  }
}
