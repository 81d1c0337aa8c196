import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/dialog.tsx';
import { Field } from '../../ui/form/field.tsx';
import { TextArea } from '../../ui/form/inputs.tsx';
import { submitByKey } from '../../ui/form/submit-by-key.ts';
import { countOf } from '../../ui/format/number.ts';
import { MOD_KEY } from '../../ui/hooks/use-hotkeys.ts';

export interface DropDialogProps {
  readonly count: number;
  readonly onDrop: (reason: string) => void;
  readonly onClose: () => void;
}

/** Decides against changes, with a reason that everybody can read. */
export function DropDialog({ count, onDrop, onClose }: DropDialogProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const isBlank = reason.trim() === '';
  return (
    <Dialog
      open
      onClose={onClose}
      title={count === 1 ? 'Drop this change' : `Drop ${countOf(count, 'change')}`}
      description={`${count === 1 ? 'It stays' : 'They stay'} visible here and can be taken up again.`}
    >
      <form
        noValidate
        onKeyDown={submitByKey}
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!isBlank) onDrop(reason.trim());
        }}
      >
        <DialogBody>
          <Field label="Reason" required error={asked && isBlank ? 'Enter a reason' : undefined}>
            <TextArea
              data-autofocus
              value={reason}
              rows={3}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        </DialogBody>
        <DialogFooter>
          <Button type="submit" variant="primary" shortcut={`${MOD_KEY}+Enter`}>
            {count === 1 ? 'Drop change' : `Drop ${countOf(count, 'change')}`}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
