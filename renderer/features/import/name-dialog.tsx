import { useState } from 'react';
import { mappingNameSchema } from '../../../domain/contract/import-mapping.ts';
import { plainWords } from '../../../domain/contract/forms.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/dialog.tsx';
import { Field } from '../../ui/form/field.tsx';
import { TextInput } from '../../ui/form/inputs.tsx';

export interface NameDialogProps {
  readonly title: string;
  readonly name: string;
  readonly taken: readonly string[];
  readonly onClose: () => void;
  readonly onName: (name: string) => void;
}

/** A name for a mapping that no other has. */
export function NameDialog({ title, name, taken, onClose, onName }: NameDialogProps) {
  const [text, setText] = useState(name);
  const [asked, setAsked] = useState(false);
  const parsed = mappingNameSchema.safeParse(text, { error: plainWords });
  const isTaken = taken.some((other) => other.toLowerCase() === text.trim().toLowerCase());
  const fault = parsed.success
    ? isTaken
      ? 'Another mapping has this name'
      : undefined
    : parsed.error.issues[0]?.message;
  const submit = () => {
    setAsked(true);
    if (fault === undefined && parsed.success) onName(parsed.data);
  };
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <DialogBody>
          <Field
            label="Name"
            required
            error={asked ? fault : undefined}
            help="Imports and the command line find it by this name."
          >
            <TextInput value={text} onChange={(event) => setText(event.target.value)} />
          </Field>
        </DialogBody>
        <DialogFooter>
          <Button variant="primary" type="submit">
            {title}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
