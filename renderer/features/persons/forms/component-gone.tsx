import { useEffect, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../../ui/dialog.tsx';
import { humanize } from '../../../ui/format/labels.ts';
import { valueText } from '../../../words/data-words.ts';
import styles from './component-gone.module.css';
import { readDraft } from './drafts.ts';
import { editDraftKey } from './form-address.ts';

interface Typed {
  readonly label: string;
  readonly text: string;
}

function typedOn(componentId: string): readonly Typed[] {
  const typed = readDraft(editDraftKey(componentId))?.typed ?? {};
  return Object.entries(typed)
    .map(([path, value]) => ({
      label: humanize(path.split('.').at(-1) ?? path),
      text: valueText(undefined, value),
    }))
    .filter(({ text }) => text !== '');
}

export interface ComponentGoneProps {
  readonly componentId: string;
  readonly onClose: () => void;
}

/** Others removed what a form is about: what was typed is not lost with it. */
export function ComponentGone({ componentId, onClose }: ComponentGoneProps) {
  const [typed, setTyped] = useState<readonly Typed[]>([]);
  // Not before the form has gone: only then it has kept all that was typed.
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTyped(typedOn(componentId)));
    return () => cancelAnimationFrame(frame);
  }, [componentId]);
  return (
    <Dialog open onClose={onClose} title="This component is gone">
      <DialogBody>
        <p>It was removed since this page was opened. The timeline says when and by whom.</p>
        {typed.length === 0 ? null : (
          <>
            <p className={styles['lead']}>What you had typed, to take over where it belongs now:</p>
            <dl className={styles['typed']}>
              {typed.map(({ label, text }) => (
                <div key={label} className={styles['row']}>
                  <dt>{label}</dt>
                  <dd>
                    <bdi>{text}</bdi>
                    <CopyButton value={text} label={`Copy ${label.toLowerCase()}`} />
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>Close</Button>
      </DialogFooter>
    </Dialog>
  );
}
