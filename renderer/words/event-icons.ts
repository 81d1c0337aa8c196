import { CircleDot, CircleHelp, CirclePlay, type LucideIcon, Minus, PencilLine, Plus } from 'lucide-react';
import { statusLook } from '../ui/status.tsx';
import type { EventKind } from './event-words.ts';

/** What leads to a status looks as the status does. */
export const eventIcons: Readonly<Record<EventKind, LucideIcon>> = {
  born: CircleDot,
  change: PencilLine,
  add: Plus,
  remove: Minus,
  reactivated: CirclePlay,
  suspended: statusLook('suspended').icon,
  archived: statusLook('archived').icon,
  deceased: statusLook('deceased').icon,
  merged: statusLook('merged').icon,
  unknown: CircleHelp,
};
