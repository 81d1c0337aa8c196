import { CircleCheck, CircleHelp, Clock3, Eraser, HardDrive, type LucideIcon, Undo2 } from 'lucide-react';
import { createContext, useContext } from 'react';
import type { LogRow } from '../../../domain/contract/views.ts';
import { Badge } from '../../ui/status.tsx';
import type { Tone } from '../../ui/tone.ts';
import { type RowState, stateOf } from './row-words.ts';

interface Look {
  readonly tone: Tone;
  readonly icon: LucideIcon;
  readonly word: string;
  readonly hint: string;
}

const looks: Readonly<Record<RowState, Look>> = {
  pending: { tone: 'neutral', icon: Clock3, word: 'Pending', hint: 'Not yet confirmed by the installation' },
  confirmed: { tone: 'ok', icon: CircleCheck, word: 'Confirmed', hint: 'Confirmed by the installation' },
  superseded: {
    tone: 'undo',
    icon: Undo2,
    word: 'Superseded',
    hint: 'Replaced by a rebase; it does not count',
  },
  erased: { tone: 'attention', icon: Eraser, word: 'Erased', hint: 'Its content has been erased' },
  unknown: {
    tone: 'info',
    icon: CircleHelp,
    word: 'Unknown',
    hint: 'This program does not know the type or version; it is kept as it came',
  },
};

/** Nobody has been told to share it: no confirmation is to be waited for. */
const kept: Look = {
  tone: 'neutral',
  icon: HardDrive,
  word: 'Local',
  hint: 'Kept here: no connection is set up',
};

/** Whether the log is shared. Told to all rows at once: asked by each of them it would take longer than drawing them. */
export const SharesLog = createContext(true);

export function StateBadge({ row, plain = false }: { readonly row: LogRow; readonly plain?: boolean }) {
  const shares = useContext(SharesLog);
  const state = stateOf(row);
  const { tone, icon, word, hint } = state === 'pending' && !shares ? kept : looks[state];
  return (
    <Badge tone={tone} icon={icon} plain={plain} hint={hint}>
      {word}
    </Badge>
  );
}
