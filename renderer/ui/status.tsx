import { Archive, CircleCheck, CirclePause, Flower2, type LucideIcon, Merge, CircleHelp } from 'lucide-react';
import { memo } from 'react';
import { classNames } from './class-names.ts';
import styles from './status.module.css';
import { statusWord } from './status-words.ts';
import type { Tone } from './tone.ts';

export interface BadgeProps {
  readonly tone: Tone;
  readonly icon: LucideIcon;
  readonly children: string;
  /** Without a frame, for table cells. */
  readonly plain?: boolean | undefined;
  readonly hint?: string | undefined;
}

/** A shape, a word and a hue, always all three. */
export function Badge({ tone, icon: Icon, children, plain = false, hint }: BadgeProps) {
  return (
    <span className={classNames(styles['badge'], styles[tone], plain && styles['plain'])} data-hint={hint}>
      <Icon aria-hidden size={14} />
      {children}
    </span>
  );
}

interface StatusLook {
  readonly tone: Exclude<Tone, 'accent'>;
  readonly icon: LucideIcon;
}

const looks: Readonly<Record<string, StatusLook>> = {
  active: { tone: 'ok', icon: CircleCheck },
  suspended: { tone: 'attention', icon: CirclePause },
  archived: { tone: 'neutral', icon: Archive },
  deceased: { tone: 'neutral', icon: Flower2 },
  merged: { tone: 'undo', icon: Merge },
};

const unknown: StatusLook = { tone: 'neutral', icon: CircleHelp };

export function statusLook(status: string): StatusLook {
  return looks[status] ?? unknown;
}

interface StatusBadgeProps {
  readonly status: string;
  readonly plain?: boolean;
}

/** Remembered: a list that is scrolled shows the same few in one row after the other. */
export const StatusBadge = memo(function StatusBadge({ status, plain }: StatusBadgeProps) {
  const look = statusLook(status);
  return (
    <Badge tone={look.tone} icon={look.icon} plain={plain}>
      {statusWord(status)}
    </Badge>
  );
});
