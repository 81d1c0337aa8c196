import { FileInput } from 'lucide-react';
import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/dialog.tsx';
import { mappingParts } from './mapping-lines.ts';
import styles from './saved-mappings.module.css';

export interface MappingLookProps {
  readonly mapping: ImportMapping;
  readonly onClose: () => void;
  /** Begins an import by it. */
  readonly onUse: () => void;
}

/** A saved mapping, read without a file: what of a row becomes what of a person. */
export function MappingLook({ mapping, onClose, onUse }: MappingLookProps) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={mapping.name}
      description={`Version ${mapping.version}. It is changed beside a file that it reads.`}
      placement="wide"
    >
      <DialogBody reading={`The mapping ${mapping.name}`}>
        <div className={styles['parts']}>
          {mappingParts(mapping).map(({ title, note, lines }, index) => (
            <div key={index}>
              <h3 className={styles['part']}>
                {title}
                {note === null ? null : <span className={styles['partNote']}>{note}</span>}
              </h3>
              <dl className={styles['lines']}>
                {lines.map(({ label, from }) => (
                  <div key={label} className={styles['line']}>
                    <dt>{label}</dt>
                    <dd>
                      <bdi>{from}</bdi>
                    </dd>
                  </div>
                ))}
              </dl>
            </div>
          ))}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" icon={FileInput} onClick={onUse}>
          Import a file by it…
        </Button>
        <Button variant="quiet" onClick={onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
