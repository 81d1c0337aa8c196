import { useState } from 'react';
import { plainWords } from '../../../domain/contract/forms.ts';
import { type ImportMapping, importMappingSchema } from '../../../domain/contract/import-mapping.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/dialog.tsx';
import { Field } from '../../ui/form/field.tsx';
import { TextArea } from '../../ui/form/inputs.tsx';

type Read = { readonly mapping: ImportMapping } | { readonly fault: string };

/** A mapping as it was typed, or what is wrong with it. */
export function readMapping(text: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { fault: `This is not JSON: ${(error as Error).message}` };
  }
  const parsed = importMappingSchema.safeParse(value, { error: plainWords });
  if (parsed.success) return { mapping: parsed.data };
  const words = parsed.error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`);
  return { fault: `This is no mapping yet. Mend ${words.join('; ')}` };
}

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
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="primary" onClick={use}>
          Use this mapping
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
