import { z } from 'zod';
import { consoleErrorSchema } from './errors.ts';
import { limit, procedure } from './procedure.ts';

/**
 * Commands that other systems ask for, as far as this process has seen to them. `taking`: they are taken from the server;
 * where they are not though the link is live, `error` says why.
 */
export const requestsStatusSchema = z.object({
  taking: z.boolean(),
  error: consoleErrorSchema.nullable(),
  /** Carried out, or so already. */
  done: z.number().int(),
  refused: z.number().int(),
  /** Met what somebody else had done meanwhile; they stand under Conflicts. */
  conflicts: z.number().int(),
  unreadable: z.number().int(),
  /** Given up after too many attempts. */
  exhausted: z.number().int(),
  underWay: z.number().int(),
});
export type RequestsStatus = z.output<typeof requestsStatusSchema>;

const reasonSchema = z.enum(['refused', 'unreadable', 'exhausted']);
export type RequestReason = z.output<typeof reasonSchema>;

export const requestProcedures = {
  'link.requests': procedure({
    kind: 'query',
    title: 'Commands of other systems that were not carried out by this console, the newest first',
    input: z.strictObject({ before: z.number().int().min(1).optional(), limit }),
    output: z.object({
      rows: z.array(
        z.object({
          number: z.number().int(),
          /** Of the message on the server. */
          sequence: z.number().int(),
          subject: z.string(),
          reason: reasonSchema,
          code: z.string(),
          message: z.string(),
          /** These three only where it could be read. */
          commandId: z.string().nullable(),
          type: z.string().nullable(),
          actor: z.string().nullable(),
          deliveries: z.number().int(),
          /** When the server took it. */
          sentAt: z.string(),
          /** When it was put aside here. */
          recordedAt: z.string(),
          /** As it came; of a long one the beginning. */
          body: z.string(),
          isCut: z.boolean(),
        }),
      ),
      next: z.number().int().nullable(),
      total: z.number().int(),
    }),
  }),
} as const;
