import { parentPort, workerData } from 'node:worker_threads';
import { registry } from '../../domain/registry.ts';
import type { ProcedureName } from '../../domain/contract/procedures.ts';
import { createJobs } from '../jobs/job-procedures.ts';
import { useNativeBinding } from '../store/sqlite/open-database.ts';
import { createReport } from './log.ts';
import { newId } from './new-id.ts';
import type { ThreadStart } from './thread-messages.ts';
import { giveWayToWindow } from './thread-priority.ts';
import { serveThread, type ThreadPort } from './thread-server.ts';

giveWayToWindow();

const report = createReport(process.stderr, () => new Date());

await serveThread(parentPort as unknown as ThreadPort, {
  report,
  open: (onPush, ask) => {
    const { dataFolder, nativeBinding } = workerData as ThreadStart;
    useNativeBinding(nativeBinding);
    const jobs = createJobs({
      dataFolder,
      registry,
      newId,
      ask,
      onPush,
      report,
    });
    return { call: (name, input) => jobs.call(name as ProcedureName, input), close: () => jobs.close() };
  },
});
