export interface PanelProps {
  readonly open: boolean;
  readonly onClose: () => void;
}
