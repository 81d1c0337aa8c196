import { FileDown, FileUp } from 'lucide-react';
import type { ImportCounts } from '../../../domain/contract/import.ts';
import type { Job } from '../../../domain/contract/jobs.ts';
import { Button } from '../../ui/button.tsx';
import styles from './import.module.css';
import { notTakenWords } from './not-taken-words.ts';
import { useImportActions, useJobActions } from './use-import-actions.ts';

/** The way from what was refused or passed over into a file, and from there back. */
export function NotTaken({ job, counts }: { readonly job: Job; readonly counts: ImportCounts }) {
  const { saveNotTaken } = useJobActions();
  const { importMended } = useImportActions();
  const words = notTakenWords(counts);
  if (words === null) return null;
  return (
    <div className={styles['actions']}>
      <Button size="small" icon={FileDown} onClick={() => saveNotTaken(job)}>
        {words.save}
      </Button>
      <Button size="small" icon={FileUp} onClick={() => void importMended(job)}>
        {words.importAgain}
      </Button>
      <p className={styles['note']}>{words.note}</p>
    </div>
  );
}
