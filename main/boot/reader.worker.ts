import { parentPort, workerData } from 'node:worker_threads';
import type { ProcedureName } from '../../domain/contract/procedures.ts';
import { useNativeBinding } from '../store/sqlite/open-database.ts';
import { createReader } from './compose.ts';
import { createReport } from './log.ts';
import type { ThreadStart } from './thread-messages.ts';
import { serveThread, type ThreadPort } from './thread-server.ts';

await serveThread(parentPort as unknown as ThreadPort, {
  report: createReport(process.stderr, () => new Date()),
  open: () => {
    const { dataFolder, nativeBinding } = workerData as ThreadStart;
    useNativeBinding(nativeBinding);
    const reader = createReader({ dataFolder });
    return {
      call: (name, input) => reader.call(name as ProcedureName, input),
      close: () => reader.close(),
    };
  },
});
