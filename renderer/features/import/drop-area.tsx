import { FileInput, TriangleAlert } from 'lucide-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useNotices } from '../../state/notices.ts';
import styles from './drop-area.module.css';
import { droppedFile, fileCount, itemsOf } from './dropped.ts';
import { useBeginImport } from './use-begin-import.ts';

/** Dialogs stand elsewhere in the document, yet React tells of what happens in them: a drop there is none here. */
function isMeant({ currentTarget, target, dataTransfer }: DragEvent): boolean {
  return currentTarget.contains(target as Node) && dataTransfer.types.includes('Files');
}

/** The whole import page takes a file that is dropped on it. */
export function DropArea({ children }: { readonly children: ReactNode }) {
  /** How many files hang over the page; null where none do. */
  const [hanging, setHanging] = useState<number | null>(null);
  const { drop } = useBeginImport();
  const over = (event: DragEvent) => {
    if (!isMeant(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setHanging(fileCount(event.dataTransfer));
  };
  const leave = (event: DragEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setHanging(null);
  };
  const take = (event: DragEvent) => {
    if (!isMeant(event)) return;
    event.preventDefault();
    setHanging(null);
    const { file, refusal } = droppedFile(itemsOf(event.dataTransfer));
    if (refusal === null) void drop(file);
    else useNotices.getState().show({ tone: 'attention', ...refusal });
  };
  return (
    <div className={styles['area']} onDragEnter={over} onDragOver={over} onDragLeave={leave} onDrop={take}>
      {children}
      {hanging === null ? null : <DropHere count={hanging} />}
    </div>
  );
}

function DropHere({ count }: { readonly count: number }) {
  const isOne = count === 1;
  const Icon = isOne ? FileInput : TriangleAlert;
  return (
    <div className={styles['veil']} data-several={isOne ? undefined : true} role="status">
      <div className={styles['target']}>
        <Icon aria-hidden size={24} />
        <p className={styles['title']}>{isOne ? 'Drop the file here' : `Drop one file, not ${count}`}</p>
        <p className={styles['text']}>
          {isOne
            ? 'A table (CSV), JSON or JSON Lines. Nothing is changed before you say so.'
            : 'Each file is imported on its own.'}
        </p>
      </div>
    </div>
  );
}
