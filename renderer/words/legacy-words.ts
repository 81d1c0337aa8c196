import { CircleCheck, CirclePause, CloudDownload, Laptop, RefreshCw, Unplug } from 'lucide-react';
import type { LegacyStatus } from '../../domain/contract/legacy.ts';
import { countOf, formatSeconds } from '../ui/format/number.ts';
import type { Look } from '../ui/tone.ts';

const looks: Readonly<Record<LegacyStatus['state'], Look>> = {
  off: { tone: 'neutral', icon: Unplug, word: 'Off' },
  waiting: { tone: 'neutral', icon: CirclePause, word: 'Waiting for the link' },
  connecting: { tone: 'attention', icon: RefreshCw, word: 'Connecting' },
  standby: { tone: 'neutral', icon: Laptop, word: 'On another console' },
  reading: { tone: 'info', icon: CloudDownload, word: 'Reading' },
  live: { tone: 'ok', icon: CircleCheck, word: 'Live' },
};

export function legacyLook({ state }: Pick<LegacyStatus, 'state'>): Look {
  return looks[state];
}

/** What a state of the bridge means for whoever works here. */
export function legacyMeaning(status: LegacyStatus): string {
  switch (status.state) {
    case 'off':
      return 'For the time of a migration: the bridge takes in what the former system does, carries out its commands, and tells it what is done here.';
    case 'waiting':
      return 'It goes on once the link to the installation is live.';
    case 'connecting':
      return 'The former system’s stream is being asked for.';
    case 'standby':
      return 'One console of the installation is enough. This one takes over once that one has gone.';
    case 'reading':
      return reading(status);
    case 'live':
      return 'All that the former system did is here, and what is done here is told to it.';
  }
}

function reading({ behind, perSecond, secondsLeft }: LegacyStatus): string {
  return [
    `${countOf(behind ?? 0, 'message')} to be read`,
    perSecond === null ? null : `${countOf(perSecond, 'message')} a second`,
    secondsLeft === null ? null : `${formatSeconds(secondsLeft)} left`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
