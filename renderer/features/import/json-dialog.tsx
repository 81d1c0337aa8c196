import { useState } from 'react';
import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/dialog.tsx';
import { Field } from '../../ui/form/field.tsx';
import { TextArea } from '../../ui/form/inputs.tsx';
import { readMapping } from './json-mapping.ts';

export interface JsonDialogProps {
  readonly mapping: ImportMapping;
  readonly onClose: () => void;
  readonly onChange: (mapping: ImportMapping) => void;
}

/** The whole mapping as text: the last resort for what the form has no inputs for. */
export function JsonDialog({ mapping, onClose, onChange }: JsonDialogProps) {
  const [text, setText] = useState(() => JSON.stringify(mapping, null, 2));
  const [fault, setFault] = useState<string>();
  const use = () => {
    const read = readMapping(text);
    if ('fault' in read) return setFault(read.fault);
    onChange(read.mapping);
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title="Mapping as JSON" placement="wide">
      <DialogBody>
        <Field
          label="Mapping"
          required
          error={fault}
          help="It can be kept in a file, too, and used on the command line."
        >
          <TextArea
            dir="ltr"
            rows={22}
            spellCheck={false}
            value={text}
            style={{ fontFamily: 'var(--font-mono)', fontSize: 'var(--text-12)' }}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" onClick={use}>
          Use this mapping
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
