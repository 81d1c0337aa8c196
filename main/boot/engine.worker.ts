import { parentPort, workerData } from 'node:worker_threads';
import type { ProcedureName } from '../../domain/contract/procedures.ts';
import { useNativeBinding } from '../store/sqlite/open-database.ts';
import { createConsoleEngine } from './compose.ts';
import { createReport } from './log.ts';
import { secretsOverThread } from './secrets-over-thread.ts';
import { MACHINE_AWOKE, type ThreadStart, VIEWS_AT_LEAST, type ViewsAtLeast } from './thread-messages.ts';
import { giveWayToWindow } from './thread-priority.ts';
import { serveThread, type ThreadPort } from './thread-server.ts';

giveWayToWindow();

// Names and inputs were checked by the router before they came here.
await serveThread(parentPort as unknown as ThreadPort, {
  report: createReport(process.stderr, () => new Date()),
  open: (onPush, ask) => {
    const { nativeBinding, ...start } = workerData as ThreadStart;
    useNativeBinding(nativeBinding);
    const engine = createConsoleEngine({
      ...start,
      onPush,
      resumeLink: true,
      secrets: secretsOverThread(ask),
    });
    return {
      call: (name, input) => {
        if (name === VIEWS_AT_LEAST) return engine.viewsAtLeast(input as ViewsAtLeast);
        if (name === MACHINE_AWOKE) return engine.link.awoke();
        return engine.call(name as ProcedureName, input);
      },
      close: () => engine.close(),
    };
  },
});
