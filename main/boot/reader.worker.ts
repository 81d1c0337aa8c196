import { parentPort, workerData } from 'node:worker_threads';
import type { ProcedureName } from '../../domain/contract/procedures.ts';
import { createReader } from './compose.ts';
import { createReport } from './log.ts';
import type { ThreadStart } from './thread-messages.ts';
import { serveThread, type ThreadPort } from './thread-server.ts';

await serveThread(parentPort as unknown as ThreadPort, {
  report: createReport(process.stderr, () => new Date()),
  open: () => {
    const reader = createReader(workerData as ThreadStart);
    return {
      call: (name, input) => reader.call(name as ProcedureName, input),
      close: () => reader.close(),
    };
  },
});
