import { registry } from '../../domain/registry.ts';
import type { Report } from '../ipc/console-error.ts';
import { createJobs, type Jobs } from '../jobs/job-procedures.ts';
import type { ConsoleEngine } from './compose.ts';
import { newId } from './new-id.ts';

export interface JobsBesideOptions {
  readonly dataFolder: string;
  readonly engine: ConsoleEngine;
  readonly report: Report;
}

/** Long work on the thread of an engine that serves no window: whoever starts it waits for its end. */
export function createJobsBeside({ dataFolder, engine, report }: JobsBesideOptions): Jobs {
  return createJobs({
    dataFolder,
    registry,
    newId,
    ask: (name, input) => engine.call(name, input),
    onPush: () => undefined,
    report,
  });
}
