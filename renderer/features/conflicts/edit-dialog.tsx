import { useState } from 'react';
import type { Conflict } from '../../../domain/contract/conflicts.ts';
import { isJsonObject } from '../../../domain/contract/forms.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/dialog.tsx';
import { Field } from '../../ui/form/field.tsx';
import { TextArea } from '../../ui/form/inputs.tsx';
import { commandTitle } from './conflict-words.ts';
import { applyEdited } from './decide.ts';

export interface EditDialogProps {
  readonly conflict: Conflict;
  readonly onClose: () => void;
}

function read(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

/** The change as it was asked for, to be carried out otherwise: whom it is about stays, all else can be changed. */
export function EditDialog({ conflict, onClose }: EditDialogProps) {
  const [text, setText] = useState(() => JSON.stringify(conflict.command.data, null, 2));
  const [error, setError] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    const data = read(text);
    if (data === null) return setError('This is no JSON object: look for a missing comma or quotation mark');
    setBusy(true);
    const refusal = await applyEdited(conflict, data);
    setBusy(false);
    if (refusal === null) onClose();
    else setError(refusal);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      placement="side"
      title="Edit and apply"
      description={
        <bdi>{`${commandTitle(conflict.command)}: ${conflict.displayName ?? conflict.streamId}`}</bdi>
      }
    >
      <DialogBody>
        <Field
          label="What was asked"
          required
          error={error}
          help="It is checked as any other change before anything happens."
        >
          <TextArea
            data-autofocus
            className="mono"
            rows={18}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" disabled={busy} onClick={() => void send()}>
          Apply
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
