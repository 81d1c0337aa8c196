import type { LucideIcon } from 'lucide-react';

/** The semantic hues. `undo` is for everything that takes back: compensation, rollback, restore. */
export type Tone = 'neutral' | 'accent' | 'ok' | 'info' | 'attention' | 'danger' | 'undo';

/** How a state looks: a hue, a shape and a word, always all three. */
export interface Look {
  readonly tone: Exclude<Tone, 'accent'>;
  readonly icon: LucideIcon;
  readonly word: string;
}
