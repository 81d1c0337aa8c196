import type { ProcedureName, ProcedureOutput } from '../../domain/contract/procedures.ts';
import type { JobOrder } from './job.ts';

export type AskEngine = (name: ProcedureName, input: unknown) => Promise<unknown>;

const LOOK_EVERY_MS = 250;
/** A rebuild tells its share of the whole; in this many steps. */
const STEPS = 1000;

/** The engine builds; this follows how far it is. Its result is what `views.rebuild` answers. */
export function rebuildJob(view: string, ask: AskEngine): JobOrder {
  return {
    kind: 'rebuild',
    subject: view,
    work: async ({ signal, progress }) => {
      const cancel = (): void => void ask('views.cancel', { view }).catch(() => undefined);
      signal.addEventListener('abort', cancel, { once: true });
      const look = setInterval(() => {
        void ask('views.status', {}).then(
          (answer) => {
            const { views } = answer as ProcedureOutput<'views.status'>;
            const rebuild = views.find((status) => status.view === view)?.rebuild ?? null;
            if (rebuild === null) return;
            const { share, eventsPerSecond } = rebuild;
            progress(Math.floor(share * STEPS), STEPS, { eventsPerSecond });
          },
          () => undefined,
        );
      }, LOOK_EVERY_MS);
      try {
        return (await ask('views.rebuild', { view })) as ProcedureOutput<'views.rebuild'>;
      } finally {
        clearInterval(look);
        signal.removeEventListener('abort', cancel);
      }
    },
  };
}
