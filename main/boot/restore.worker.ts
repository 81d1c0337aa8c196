import { parentPort, workerData } from 'node:worker_threads';
import type { LogFacts } from '../../domain/contract/restore.ts';
import { dataFolderAt } from '../store/data-folder.ts';
import { logFacts } from '../store/sqlite/log-facts.ts';
import { openReadable, useNativeBinding } from '../store/sqlite/open-database.ts';
import { placeStaged, type StagedRestore, stageRestore } from '../store/sqlite/restore.ts';
import { createReport } from './log.ts';
import { stagingProgress } from './staging-progress.ts';
import { PLACE_BACKUP, STAGE_BACKUP, type ThreadStart } from './thread-messages.ts';
import { giveWayToWindow } from './thread-priority.ts';
import { serveThread, type ThreadPort } from './thread-server.ts';

giveWayToWindow();

/** Null where it cannot be read: that may be why a backup is wanted. */
function presentFacts(dataFolder: string): LogFacts | null {
  try {
    const db = openReadable({ file: dataFolderAt(dataFolder).log });
    try {
      return logFacts(db);
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

await serveThread(parentPort as unknown as ThreadPort, {
  report: createReport(process.stderr, () => new Date()),
  open: (push) => {
    const { dataFolder, nativeBinding } = workerData as ThreadStart;
    useNativeBinding(nativeBinding);
    return {
      call: (name, input) => {
        if (name === PLACE_BACKUP) return placeStaged(dataFolder, input as StagedRestore);
        if (name !== STAGE_BACKUP) throw new Error(`Nothing here answers ${name}.`);
        const tell = stagingProgress((payload) => push({ name: 'restore.changed', payload }), Date.now);
        return { staged: stageRestore(dataFolder, input as string, tell), present: presentFacts(dataFolder) };
      },
      close: () => undefined,
    };
  },
});
