import { z } from 'zod';
import { uuidSchema } from '../kernel/ids.ts';
import { wayInSchema } from './connections.ts';
import { consoleErrorSchema } from './errors.ts';
import { limit, procedure } from './procedure.ts';
import { requestsStatusSchema } from './requests.ts';

/**
 * `offline`: nobody wants a link, or it is held down. `connecting`: also between two attempts. `catching-up`: there is more
 * than was taken in. `live`: all there is was taken in. `refused`: a person has to act first, `error` says how.
 */
const linkStateSchema = z.enum(['offline', 'connecting', 'catching-up', 'live', 'refused']);
export type LinkState = z.output<typeof linkStateSchema>;

/** Of this process, since it wants the link. */
const linkCountsSchema = z.object({
  pushed: z.number().int(),
  pulled: z.number().int(),
  /** Changes of ours that were decided again on what others had done, and hold. */
  rebased: z.number().int(),
  /** Changes of ours that say what was so already. */
  dropped: z.number().int(),
  conflicts: z.number().int(),
  voids: z.number().int(),
  unreadable: z.number().int(),
  /** Confirmed changes that the server had lost and that went out again. */
  steppedBack: z.number().int(),
});
export type LinkCounts = z.output<typeof linkCountsSchema>;

export const NO_COUNTS: LinkCounts = {
  pushed: 0,
  pulled: 0,
  rebased: 0,
  dropped: 0,
  conflicts: 0,
  voids: 0,
  unreadable: 0,
  steppedBack: 0,
};

export const linkStatusSchema = z.object({
  state: linkStateSchema,
  /** When it came to be so. */
  since: z.string(),
  /** Why it is refused, or why the last attempt failed; of a live link, why nothing goes out. */
  error: consoleErrorSchema.nullable(),
  servers: z.array(z.string()),
  /** Name of the connection in use. */
  connection: z.string().nullable(),
  /** Messages on the server that were not taken in yet; null where that is not known. */
  behind: z.number().int().nullable(),
  perSecond: z.number().int().nullable(),
  secondsLeft: z.number().int().nullable(),
  /** Sequence of the last message that was taken in. */
  position: z.number().int(),
  installation: z.string().nullable(),
  /** Changes that wait to go out, and since when the oldest of them does. */
  waiting: z.object({ commits: z.number().int(), oldest: z.string().nullable() }),
  /** What the server does not take, by stream. */
  refused: z.array(z.object({ streamId: z.string(), code: z.number().int(), description: z.string() })),
  nextAttemptAt: z.string().nullable(),
  counts: linkCountsSchema,
  /** Commands that other systems ask for. */
  requests: requestsStatusSchema,
});
export type LinkStatus = z.output<typeof linkStatusSchema>;

/** What an operator agrees to: to begin an installation, to join one with what is here, to fill a log that was lost. */
export const permissionSchema = z.enum(['begin', 'join', 'fill']);
export type Permission = z.output<typeof permissionSchema>;

/** What an operator may agree to, by the code of what the link is refused for. */
export const PERMISSION_FOR: ReadonlyMap<string, Permission> = new Map([
  ['installation-begin', 'begin'],
  ['installation-join', 'join'],
  ['link-log-lost', 'fill'],
]);

export const allowSchema = z.array(permissionSchema).default([]);
const allow = allowSchema;

export const linkProcedures = {
  'link.status': procedure({
    kind: 'engine',
    title: 'How the link to the installation is, what waits to go out, and what is not taken',
    input: z.strictObject({}).default({}),
    output: linkStatusSchema,
  }),
  'link.waiting': procedure({
    kind: 'query',
    title: 'What waits to go out, the oldest first',
    input: z.strictObject({ after: z.number().int().min(0).optional(), limit }),
    output: z.object({
      rows: z.array(
        z.object({
          streamId: z.string(),
          personId: z.string().nullable(),
          displayName: z.string().nullable(),
          /** Of its first event. */
          type: z.string(),
          position: z.number().int(),
          recordedAt: z.string(),
        }),
      ),
      next: z.number().int().nullable(),
    }),
  }),
  'link.odd': procedure({
    kind: 'query',
    title:
      'Messages on the log that are no commits, or not the next of their stream: kept, and without effect',
    input: z.strictObject({ before: z.number().int().min(1).optional(), limit }),
    output: z.object({
      rows: z.array(
        z.object({
          sequence: z.number().int(),
          subject: z.string(),
          commitId: z.string().nullable(),
          reason: z.string(),
          detail: z.string(),
          receivedAt: z.string(),
          body: z.string(),
        }),
      ),
      next: z.number().int().nullable(),
      total: z.number().int(),
    }),
  }),
  'link.use': procedure({
    kind: 'engine',
    title: 'Use these servers from now on, under the name that they have or get, and want the link',
    commandLineOnly: true,
    input: z.strictObject({ connection: wayInSchema, allow }),
    output: linkStatusSchema,
  }),
  'link.online': procedure({
    kind: 'engine',
    title: 'Want the link that was chosen, from now on; `allow` is what the operator agrees to',
    input: z.strictObject({ allow }).default({ allow: [] }),
    output: linkStatusSchema,
  }),
  'link.offline': procedure({
    kind: 'engine',
    title: 'Hold the link down until it is wanted again',
    input: z.strictObject({}).default({}),
    output: linkStatusSchema,
  }),
  'link.sync': procedure({
    kind: 'engine',
    title: 'Send and take in what there is at this moment, once; the link is as it was afterwards',
    commandLineOnly: true,
    input: z.strictObject({
      connection: wayInSchema.nullable().default(null),
      connectionId: uuidSchema.nullable().default(null),
      allow,
    }),
    output: linkStatusSchema,
  }),
} as const;
