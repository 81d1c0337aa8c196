import { failure } from '../../domain/contract/errors.ts';
import type { ProcedureName } from '../../domain/contract/procedures.ts';
import type { ConsoleEngine } from '../boot/compose.ts';
import { createJobsBeside } from '../boot/compose-jobs.ts';
import type { Report } from '../ipc/console-error.ts';

/** Of long work, what the verb `import` starts and waits for; the rest goes on beside a window. */
const ABOUT_JOBS: ReadonlySet<ProcedureName> = new Set([
  'jobs.get',
  'jobs.list',
  'jobs.cancel',
  'jobs.resume',
  'jobs.remove',
]);

function isServed(name: ProcedureName, input: unknown): boolean {
  if (name.startsWith('import.') || ABOUT_JOBS.has(name)) return true;
  return name === 'jobs.write' && (input as { readonly kind: string }).kind === 'import-refused';
}

export interface OwnJobs {
  readonly call: (name: ProcedureName, input: unknown) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** What needs a window or a dialog. */
export function refuse(): never {
  throw failure(
    'rejected',
    'console-not-running',
    'Jobs belong to a running console. Here the verbs verify, rebuild, backup, export and import do the same and wait for it.',
  );
}

/** Opened when something is first asked of it: most verbs never do. */
export function ownJobs(dataFolder: string, engine: ConsoleEngine, report: Report): OwnJobs {
  let opened: OwnJobs | null = null;
  return {
    call: async (name, input) => {
      if (!isServed(name, input)) refuse();
      opened ??= createJobsBeside({ dataFolder, engine, report });
      return opened.call(name, input);
    },
    close: async () => opened?.close(),
  };
}
