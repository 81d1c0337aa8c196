import { randomUUID } from 'node:crypto';
import { failure } from '../../domain/contract/errors.ts';
import type { ProcedureInput, ProcedureOutput } from '../../domain/contract/procedures.ts';
import type { LogFacts } from '../../domain/contract/restore.ts';
import { discardStaged, type Staged } from '../store/sqlite/restore.ts';
import type { EngineHost } from './engine-host.ts';
import { PLACE_BACKUP, STAGE_BACKUP } from './thread-messages.ts';
import type { ThreadClient } from './worker-client.ts';

export interface RestoreDeskOptions {
  readonly host: Pick<EngineHost, 'status' | 'jobs' | 'whileClosed'>;
  readonly dataFolder: string;
  /** Null where the operator chooses none. */
  readonly openFile: (asked: { readonly title: string }) => Promise<string | null>;
  /** A thread for one piece of work: copying and checking take as long as the backup is large. */
  readonly launch: () => Promise<ThreadClient>;
}

export interface RestoreDesk {
  readonly choose: () => Promise<ProcedureOutput<'restore.choose'>>;
  readonly begin: (input: ProcedureInput<'restore.begin'>) => Promise<ProcedureOutput<'restore.begin'>>;
  readonly drop: () => Promise<ProcedureOutput<'restore.drop'>>;
}

interface StagedAnswer {
  readonly staged: Staged;
  readonly present: LogFacts | null;
}

/** Work that is under way would go on in another log than it was meant for. */
async function refuseWhileBusy({ status, jobs }: RestoreDeskOptions['host']): Promise<void> {
  if (status().state !== 'running') return;
  const listed = (await jobs('jobs.list', {})) as ProcedureOutput<'jobs.list'>;
  const busy = listed.jobs.filter(({ state }) => state === 'running').length;
  if (busy === 0) return;
  const [what, it] = busy === 1 ? ['A piece of work is', 'it'] : [`${busy} pieces of work are`, 'them'];
  const message = `${what} still under way. Wait for the end, or cancel ${it} on the Maintenance page; then restore. Nothing was changed.`;
  throw failure('rejected', 'restore-while-busy', message, { jobs: busy });
}

function gone(): Error {
  const message =
    'This backup is no longer the one that was chosen. Nothing was changed; choose the file once more.';
  return failure('rejected', 'restore-gone', message);
}

/** Asks a thread for one thing, and lets it go. */
async function onThread(thread: Promise<ThreadClient>, name: string, input: unknown): Promise<unknown> {
  const client = await thread;
  return client.call(name, input).finally(() => client.stop(0));
}

/** Restores a backup from the window: it is copied and checked while work goes on, and put in place once that is wanted. */
export function restoreDesk({ host, dataFolder, openFile, launch }: RestoreDeskOptions): RestoreDesk {
  let chosen: { readonly id: string; readonly staged: Staged } | null = null;
  let copying: Promise<ThreadClient> | null = null;
  const drop = async (): Promise<Record<string, never>> => {
    chosen = null;
    const client = await copying?.catch(() => null);
    await client?.stop(0);
    discardStaged(dataFolder);
    return {};
  };
  return {
    drop,
    choose: async () => {
      const file = await openFile({ title: 'Choose a backup to restore' });
      if (file === null) return { asked: null };
      await drop();
      copying = launch();
      const { staged, present } = (await onThread(copying, STAGE_BACKUP, file)) as StagedAnswer;
      chosen = { id: randomUUID(), staged };
      const { facts: backup, setAside } = staged;
      return { asked: { restoreId: chosen.id, file, backup, present, setAside } };
    },
    begin: async ({ restoreId }) => {
      if (chosen?.id !== restoreId) throw gone();
      await refuseWhileBusy(host);
      const { staged } = chosen;
      const place = (): Promise<string | null> => {
        if (chosen?.id !== restoreId) throw gone();
        chosen = null;
        return onThread(launch(), PLACE_BACKUP, staged) as Promise<string | null>;
      };
      const setAside = await host.whileClosed(place, () => refuseWhileBusy(host));
      const { events, persons } = staged.facts;
      return { events, persons, setAside };
    },
  };
}
