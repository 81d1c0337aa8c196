import { z } from 'zod';
import { uuidSchema } from '../kernel/ids.ts';
import { connectionTestSchema } from './connection-test.ts';
import { connectionDraftSchema, connectionRowSchema, wayInSchema } from './connections.ts';
import { allowSchema, linkStatusSchema } from './link.ts';
import { procedure } from './procedure.ts';

const connectionsSchema = z.object({
  rows: z.array(connectionRowSchema),
  /** Of the data folder. */
  installation: z.string().nullable(),
  /** Where secrets are kept from now on. */
  keeps: z.enum(['keyring', 'memory']),
});
export type Connections = z.output<typeof connectionsSchema>;

const testId = uuidSchema.optional().meta({ description: 'By which the test can be cancelled' });

export const connectionProcedures = {
  'connections.list': procedure({
    kind: 'engine',
    title: 'The connections of this data folder, and where their secrets are kept',
    input: z.strictObject({}).default({}),
    output: connectionsSchema,
  }),
  'connections.save': procedure({
    kind: 'engine',
    title: 'Add a connection, or change one; one that is in use is opened anew',
    input: connectionDraftSchema,
    output: connectionRowSchema,
  }),
  'connections.remove': procedure({
    kind: 'engine',
    title: 'Remove a connection and forget its secret; the link is held down where it was in use',
    input: z.strictObject({ id: uuidSchema }),
    output: connectionsSchema,
  }),
  'connections.use': procedure({
    kind: 'engine',
    title: 'Use this connection from now on, and want the link',
    input: z.strictObject({ id: uuidSchema, allow: allowSchema }),
    output: linkStatusSchema,
  }),
  'connections.test': procedure({
    kind: 'engine',
    title: 'Try a connection beside the link, and say step by step what is right and what is wrong',
    input: z.strictObject({
      testId,
      of: z.union([z.strictObject({ id: uuidSchema }), z.strictObject({ draft: connectionDraftSchema })]),
    }),
    output: connectionTestSchema,
  }),
  'connections.test-way': procedure({
    kind: 'engine',
    title: 'The same for a connection that has no name, or for the one in use',
    commandLineOnly: true,
    input: z.strictObject({ connection: wayInSchema.nullable().default(null) }),
    output: connectionTestSchema,
  }),
  'connections.cancel-test': procedure({
    kind: 'engine',
    title: 'End a test early',
    input: z.strictObject({ testId: uuidSchema }),
    output: z.object({ cancelled: z.boolean() }),
  }),
  'connections.choose-file': procedure({
    kind: 'console',
    title:
      'Let the operator choose a credentials file, of which the page gets a ticket, or a certificate, of which it gets the text',
    input: z.strictObject({ what: z.enum(['credentials', 'authority']) }),
    output: z.object({
      file: z
        .object({ name: z.string(), ticket: z.string().nullable(), text: z.string().nullable() })
        .nullable(),
    }),
  }),
} as const;
