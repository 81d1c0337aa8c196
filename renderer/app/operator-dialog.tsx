import { OperatorForm } from '../features/first-run/operator-form.tsx';
import { Dialog, DialogBody } from '../ui/dialog.tsx';
import type { PanelProps } from './panels.ts';

export function OperatorDialog({ open, operator, onClose }: PanelProps & { readonly operator: string }) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Operator"
      description="Changes from now on carry the new name. The history keeps the names it has."
    >
      <DialogBody>
        <OperatorForm operator={operator} action="Change operator" onDone={onClose} />
      </DialogBody>
    </Dialog>
  );
}
