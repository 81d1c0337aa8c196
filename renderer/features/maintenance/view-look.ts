import { CircleAlert, CircleCheck, Hourglass, RefreshCw } from 'lucide-react';
import type { ViewStatus } from '../../../domain/contract/views.ts';
import type { Look } from '../../ui/tone.ts';

const looks: Readonly<Record<ViewStatus['state'], Look>> = {
  current: { tone: 'ok', icon: CircleCheck, word: 'Current' },
  'catching-up': { tone: 'attention', icon: Hourglass, word: 'Catching up' },
  stopped: { tone: 'danger', icon: CircleAlert, word: 'Stopped' },
  rebuilding: { tone: 'info', icon: RefreshCw, word: 'Rebuilding' },
};

export function viewLook({ state }: Pick<ViewStatus, 'state'>): Look {
  return looks[state];
}
