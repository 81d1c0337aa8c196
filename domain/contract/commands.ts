import { z } from 'zod';
import { uuidSchema } from '../kernel/ids.ts';
import { consoleErrorSchema } from './errors.ts';

/** A command as it is handed in. What is left out, the engine fills: ids, time, actor. */
export const submissionSchema = z.strictObject({
  type: z.string().min(1).max(100),
  data: z.record(z.string(), z.unknown()),
  commandId: uuidSchema.optional().meta({ description: 'Sending the same id again changes nothing' }),
  expectedVersion: z
    .number()
    .int()
    .min(0)
    .optional()
    .meta({ description: 'Version of the stream that the sender saw; a conflict if it moved on' }),
  correlationId: uuidSchema.optional(),
  causationId: uuidSchema.optional(),
  traceparent: z.string().max(100).optional(),
  follow: z
    .boolean()
    .optional()
    .meta({ description: 'Tell its way in `command.update` pushes; without it only the answer comes' }),
});
export type Submission = z.output<typeof submissionSchema>;

/** What became of a command. `version` is that of the stream afterwards (of the head, where it was not accepted). */
export const outcomeSchema = z.object({
  commandId: z.string(),
  status: z.enum(['accepted', 'rejected', 'conflict']),
  streamId: z.string().nullable(),
  version: z.number().int(),
  events: z.array(
    z.object({
      eventId: z.string(),
      type: z.string(),
      version: z.number().int(),
      position: z.number().int(),
    }),
  ),
  code: z.string().optional(),
  message: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
  /** True where this command id had been carried out before: the same outcome again, nothing new. */
  duplicate: z.boolean().optional(),
});
export type Outcome = z.output<typeof outcomeSchema>;

/** A command's way, as it happens. `waiting`: committed here, not yet confirmed by the installation. */
export const commandUpdateSchema = z.object({
  commandId: z.string(),
  stage: z.enum(['accepted', 'refused', 'committed', 'visible', 'stalled', 'waiting', 'confirmed']),
  outcome: outcomeSchema.optional(),
  /** Stage `stalled`: the view that stopped before it could show the command. */
  error: consoleErrorSchema.optional(),
});
export type CommandUpdate = z.output<typeof commandUpdateSchema>;
