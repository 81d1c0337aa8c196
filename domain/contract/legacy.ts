import { z } from 'zod';
import { uuidSchema } from '../kernel/ids.ts';
import { consoleErrorSchema } from './errors.ts';
import { wayInSchema } from './connections.ts';
import { permissionSchema } from './link.ts';
import { limit, procedure } from './procedure.ts';

/** `read`: once to the end of the former system's stream, and then off. */
const legacyModeSchema = z.enum(['off', 'on', 'read']);
export type LegacyMode = z.output<typeof legacyModeSchema>;

/**
 * `waiting`: until the link to the installation is live. `standby`: it runs on another console. `reading`: there is more than
 * was read. `live`: all there is was read, and what is done here is told.
 */
const legacyStateSchema = z.enum(['off', 'waiting', 'connecting', 'standby', 'reading', 'live']);
export type LegacyState = z.output<typeof legacyStateSchema>;

const count = z.number().int();

export const legacyCountsSchema = z.object({
  /** Events of the former system that stand on the log now. */
  events: count,
  /** Commands that were carried out. */
  commands: count,
  /** What had come before. */
  known: count,
  /** What the bridge itself had published. */
  own: count,
  /** Commands from before the bridge was switched on: their events tell what came of them. */
  history: count,
  /** What could not be taken, and is kept to be shown. */
  odd: count,
});
export type LegacyCounts = Readonly<z.output<typeof legacyCountsSchema>>;

export const NOTHING_COUNTED: LegacyCounts = { events: 0, commands: 0, known: 0, own: 0, history: 0, odd: 0 };

export const legacyStatusSchema = z.object({
  mode: legacyModeSchema,
  state: legacyStateSchema,
  /** When it came to be so. */
  since: z.string(),
  /** Why the last attempt failed. */
  error: consoleErrorSchema.nullable(),
  nextAttemptAt: z.string().nullable(),
  /** Sequence of the last message of the former system's stream that was seen to. */
  position: count,
  /** Messages that were not read yet; null where that is not known. */
  behind: count.nullable(),
  perSecond: count.nullable(),
  secondsLeft: count.nullable(),
  /** What came of the messages, since the first one was read here. */
  counts: legacyCountsSchema,
  /** Messages that were published since the console was opened. */
  published: count,
});
export type LegacyStatus = z.output<typeof legacyStatusSchema>;

const none = z.strictObject({}).default({});

export const legacyProcedures = {
  'legacy.status': procedure({
    kind: 'engine',
    title: 'Whether the bridge to the former system is on, how far it read, and what came of it',
    input: none,
    output: legacyStatusSchema,
  }),
  'legacy.on': procedure({
    kind: 'engine',
    title:
      'Switch the bridge on: take in what the former system does, carry out its commands, tell it what is done',
    input: none,
    output: legacyStatusSchema,
  }),
  'legacy.read': procedure({
    kind: 'engine',
    title: 'Read the former system’s stream once to its end, and then switch the bridge off; nothing is told',
    input: none,
    output: legacyStatusSchema,
  }),
  'legacy.off': procedure({
    kind: 'engine',
    title: 'Switch the bridge off; what it has brought stays',
    input: none,
    output: legacyStatusSchema,
  }),
  'legacy.readThrough': procedure({
    kind: 'engine',
    title: 'As `legacy.read`, with an answer at its end; the link is as it was afterwards',
    commandLineOnly: true,
    input: z.strictObject({
      connection: wayInSchema.nullable().default(null),
      connectionId: uuidSchema.nullable().default(null),
      allow: z.array(permissionSchema).default([]),
    }),
    output: legacyStatusSchema,
  }),
  'legacy.odd': procedure({
    kind: 'query',
    title: 'Messages of the former system that could not be taken, the newest first, and why',
    input: z.strictObject({ before: z.number().int().min(1).optional(), limit }),
    output: z.object({
      rows: z.array(
        z.object({
          sequence: count,
          subject: z.string(),
          reason: z.string(),
          detail: z.string(),
          receivedAt: z.string(),
          body: z.string(),
        }),
      ),
      next: count.nullable(),
      total: count,
    }),
  }),
} as const;
