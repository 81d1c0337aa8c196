import type { DataFolder } from '../store/data-folder.ts';
import { backupLog } from '../store/sqlite/backup.ts';
import { openReadable } from '../store/sqlite/open-database.ts';
import type { JobOrder } from './job.ts';

/** Its result is what `log.backup` answers. */
export function backupJob(files: DataFolder, file: string): JobOrder {
  return {
    kind: 'backup',
    subject: file,
    work: async ({ signal, progress }) => {
      const db = openReadable({ file: files.log });
      try {
        // As of this moment: without it every commit of the engine would make the copy begin anew.
        db.exec('BEGIN');
        db.prepare('SELECT 1 FROM settings LIMIT 1').get();
        // Pages tell an operator nothing: it is bytes that are copied.
        const pageBytes = Number(db.pragma('page_size', { simple: true }));
        const onProgress = (done: number, total: number): void => {
          signal.throwIfAborted();
          progress(done * pageBytes, total * pageBytes);
        };
        return { ...(await backupLog({ db, onProgress }, file)) };
      } finally {
        db.close();
      }
    },
  };
}
