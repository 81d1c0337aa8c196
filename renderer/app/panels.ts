/** What opens over the page, one at a time. */
export type Panel = 'about' | 'operator' | 'palette' | 'shortcuts';

export interface PanelProps {
  readonly open: boolean;
  readonly onClose: () => void;
}
