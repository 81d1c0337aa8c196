import { z } from 'zod';
import { consoleErrorSchema } from './errors.ts';

/**
 * `offline`: nobody wants a link, or it is held down. `connecting`: also between two attempts. `catching-up`: there is more
 * than was taken in. `live`: all there is was taken in. `refused`: a person has to act first, `error` says how.
 */
export const linkStateSchema = z.enum(['offline', 'connecting', 'catching-up', 'live', 'refused']);
export type LinkStateName = z.output<typeof linkStateSchema>;

export const linkStatusSchema = z.object({
  state: linkStateSchema,
  /** When it came to be so. */
  since: z.string(),
  /** Why it is refused, or why the last attempt failed. */
  error: consoleErrorSchema.nullable(),
  /** Messages on the broker that were not taken in yet; null where that is not known. */
  behind: z.number().int().nullable(),
  /** Messages taken in per second, and how long that takes at this rate; null while it is not known. */
  perSecond: z.number().int().nullable(),
  secondsLeft: z.number().int().nullable(),
  /** Sequence of the last message that was taken in. */
  position: z.number().int(),
  installation: z.string().nullable(),
  /** Commits that wait to go out, and since when the oldest of them does. */
  waiting: z.object({ commits: z.number().int(), oldest: z.string().nullable() }),
  /** What the broker does not take, by stream. */
  refused: z.array(z.object({ streamId: z.string(), code: z.number().int(), description: z.string() })),
  nextAttemptAt: z.string().nullable(),
});
export type LinkStatus = z.output<typeof linkStatusSchema>;
