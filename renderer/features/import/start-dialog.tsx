import { useState } from 'react';
import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';
import { type ImportFile, type ImportResult, importResultSchema } from '../../../domain/contract/import.ts';
import type { Job } from '../../../domain/contract/jobs.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/dialog.tsx';
import { countOf } from '../../ui/format/number.ts';
import { Field, Fields } from '../../ui/form/field.tsx';
import { RadioRow } from '../../ui/form/radio-row.tsx';
import { submitByKey } from '../../ui/form/submit-by-key.ts';
import { resultWords } from '../../ui/job-words.ts';
import { Notice } from '../../ui/notice.tsx';
import { useGoImport } from './address.ts';
import { useImportDrafts } from './drafts.ts';
import { useImportActions } from './use-import-actions.ts';
import { STEP_KEY } from './use-step-button.ts';

export interface StartDialogProps {
  readonly file: ImportFile;
  readonly mapping: ImportMapping;
  /** The dry run of exactly this file and mapping, where there was one. */
  readonly tried: Job | null;
  readonly onClose: () => void;
}

const choices = [
  { value: 'skip', label: 'Pass over' },
  { value: 'import', label: 'Import anyway' },
];

function sendWords(found: ImportResult | undefined, duplicates: string): string {
  if (found === undefined) return 'Import without a dry run';
  const sent = found.new + found.changed + (duplicates === 'import' ? found.duplicate : 0);
  return `Import ${countOf(sent, 'person')}`;
}

/** The last question before anything is changed. */
export function StartDialog({ file, mapping, tried, onClose }: StartDialogProps) {
  const [duplicates, setDuplicates] = useState<'skip' | 'import'>('skip');
  const { start } = useImportActions();
  const edit = useImportDrafts((store) => store.edit);
  const go = useGoImport();
  const found = tried === null ? undefined : importResultSchema.safeParse(tried.result).data;
  const { fileId, name: fileName, mark } = file;
  const send = async () => {
    const job = await start({ fileId, mapping, mark, dryRun: false, duplicates });
    // What was refused is looked at on the page: the answers given here were about something else.
    if (job === null) return onClose();
    edit(fileId, { name: fileName, mapping, reading: mapping.reading, imported: true, tried: null });
    onClose();
    go({ file: fileId, run: job.jobId });
  };
  return (
    <Dialog open onClose={onClose} title={`Import ${fileName}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
        onKeyDown={submitByKey}
      >
        <DialogBody>
          <Fields>
            {tried === null || found === undefined ? (
              <Notice tone="attention" title="No dry run was made of this file and mapping as they are now">
                What is refused or possibly there already is known only afterwards.
              </Notice>
            ) : (
              <Notice tone="info" title={resultWords(tried)}>
                What was changed meanwhile is looked at again, row by row.
              </Notice>
            )}
            {found?.duplicate === 0 ? null : (
              <Field
                label="New persons who possibly exist already"
                required
                help="Who is passed over is listed in the result, with whom they were taken for. So are rows that refer to them."
              >
                <RadioRow
                  name="duplicates"
                  label="New persons who possibly exist already"
                  options={choices}
                  value={duplicates}
                  onChange={(value) => setDuplicates(value === 'import' ? 'import' : 'skip')}
                />
              </Field>
            )}
          </Fields>
        </DialogBody>
        <DialogFooter>
          <Button type="submit" variant="primary" data-autofocus shortcut={STEP_KEY}>
            {sendWords(found, duplicates)}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
