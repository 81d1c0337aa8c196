import type { LucideIcon } from 'lucide-react';
import type { PickerEntry } from '../ui/picker.tsx';

export interface PaletteEntry extends PickerEntry {
  readonly icon: LucideIcon;
  /** Other words for it, found and not shown. */
  readonly also?: string | undefined;
  readonly run: () => void;
}
