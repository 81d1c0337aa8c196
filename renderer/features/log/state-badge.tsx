import { CircleCheck, CircleHelp, Clock3, Eraser, type LucideIcon, Undo2 } from 'lucide-react';
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

export function StateBadge({ row, plain = false }: { readonly row: LogRow; readonly plain?: boolean }) {
  const { tone, icon, word, hint } = looks[stateOf(row)];
  return (
    <Badge tone={tone} icon={icon} plain={plain} hint={hint}>
      {word}
    </Badge>
  );
}
