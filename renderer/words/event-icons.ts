import {
  CircleDot,
  CircleHelp,
  Flag,
  type LucideIcon,
  Merge,
  Minus,
  PencilLine,
  Plus,
  ToggleRight,
} from 'lucide-react';
import type { EventKind } from './event-words.ts';

export const eventIcons: Readonly<Record<EventKind, LucideIcon>> = {
  born: CircleDot,
  state: ToggleRight,
  change: PencilLine,
  add: Plus,
  remove: Minus,
  merge: Merge,
  end: Flag,
  unknown: CircleHelp,
};
