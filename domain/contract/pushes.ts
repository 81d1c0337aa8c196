import { z } from 'zod';
import { commandUpdateSchema } from './commands.ts';
import { consoleErrorSchema } from './errors.ts';
import { jobSchema } from './jobs.ts';
import { legacyStatusSchema } from './legacy.ts';
import { linkStatusSchema } from './link.ts';
import { restoreProgressSchema } from './restore.ts';

/** What the engine tells without being asked. Pushes broadcast state; they never steer. */
export const pushes = {
  'command.update': commandUpdateSchema,
  /** Commits are durable; `streams` is empty where too many changed to list. */
  'log.appended': z.object({ position: z.number().int(), streams: z.array(z.string()) }),
  /** The views have caught up to here, or are new. The keys to invalidate are those of these streams (none: of all), and the lists. */
  'views.advanced': z.object({ position: z.number().int(), streams: z.array(z.string()) }),
  /** A view stopped, went on, or a rebuild moved: ask `views.status`. */
  'views.changed': z.object({ view: z.string() }),
  /** Long work began, moved on or ended. */
  'job.changed': jobSchema,
  /** A backup that was chosen is being copied, or its copy checked. */
  'restore.changed': restoreProgressSchema,
  'engine.state': z.object({
    state: z.enum(['starting', 'running', 'restarting', 'failed']),
    error: consoleErrorSchema.nullable(),
  }),
  'link.changed': linkStatusSchema,
  'legacy.changed': legacyStatusSchema,
  'operator.changed': z.object({ operator: z.string() }),
} as const;

export type PushName = keyof typeof pushes;
export type PushPayload<N extends PushName> = z.output<(typeof pushes)[N]>;
export type Push = {
  readonly [N in PushName]: { readonly name: N; readonly payload: PushPayload<N> };
}[PushName];
