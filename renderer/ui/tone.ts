/** The semantic hues. `undo` is for everything that takes back: compensation, rollback, restore. */
export type Tone = 'neutral' | 'accent' | 'ok' | 'info' | 'attention' | 'danger' | 'undo';
