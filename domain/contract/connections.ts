import { z } from 'zod';
import { uuidSchema } from '../kernel/ids.ts';
import { line } from '../person/fields/text.ts';
import { filePathSchema } from './file-path.ts';

const WEB_SOCKET = /^wss?:\/\/[^\s/@]+\/?$/u;

export const serverSchema = z
  .string()
  .trim()
  .max(300)
  .regex(WEB_SOCKET, 'Must be an address like wss://nats.example.org:443');

const servers = z.array(serverSchema).min(1, 'Enter the address of a server').max(10);

/** Where the secret is read from at each attempt; null: it is kept behind the port for secrets, by the connection's id. */
const file = filePathSchema.nullable().default(null);
const user = line(200);

/** How a connection says who it is. The secret itself is never a part of it. */
export const authenticationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('user'), user, file }),
  z.strictObject({ kind: z.literal('token'), file }),
  /** The seed of an nkey. */
  z.strictObject({ kind: z.literal('nkey'), file }),
  /** A JWT and the seed of its key, as `nsc` writes them into a credentials file. */
  z.strictObject({ kind: z.literal('creds'), file }),
]);
export type Authentication = z.output<typeof authenticationSchema>;
export type AuthenticationKind = Authentication['kind'];

const MAX_PEM = 64 * 1024;
const BEGIN_CERTIFICATE = /-----BEGIN CERTIFICATE-----[^]+-----END CERTIFICATE-----/u;

/** Certificates of a private authority. Where a key has slipped in, the whole is refused: it would be kept unguarded. */
export const authoritySchema = z
  .string()
  .max(MAX_PEM)
  .regex(BEGIN_CERTIFICATE, 'Must be a certificate in PEM: it begins with -----BEGIN CERTIFICATE-----')
  .refine((text) => !text.includes('PRIVATE KEY'), 'Holds a private key: choose the certificate alone');

/** How servers are reached. Files are read anew at each attempt. */
export const wayInSchema = z.strictObject({
  servers,
  authentication: authenticationSchema.default({ kind: 'none' }),
  /** Certificates of a private authority, as PEM. */
  authority: authoritySchema.nullable().default(null),
  /** A file that holds them. */
  caFile: filePathSchema.nullable().default(null),
});
export type WayIn = z.output<typeof wayInSchema>;

export const connectionNameSchema = line(100);

/** A way in that has a name. Bound to the installation that it led to, once it did. */
export const connectionSchema = wayInSchema.extend({
  id: uuidSchema,
  name: connectionNameSchema,
  installation: z.string().nullable().default(null),
});
export type Connection = z.output<typeof connectionSchema>;

/** Where the secret of a connection is: `memory` is gone when the console is closed, `missing` has to be entered. */
const secretPlaceSchema = z.enum(['not-needed', 'file', 'keyring', 'memory', 'missing']);
export type SecretPlace = z.output<typeof secretPlaceSchema>;

/** A connection as it is shown. */
export const connectionRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  servers: z.array(z.string()),
  authentication: authenticationSchema,
  /** `own`: its text is kept with the connection. */
  authority: z.enum(['none', 'own', 'file']),
  installation: z.string().nullable(),
  inUse: z.boolean(),
  secret: secretPlaceSchema,
});
export type ConnectionRow = z.output<typeof connectionRowSchema>;

const MAX_SECRET = 32 * 1024;
const secretText = z.string().min(1).max(MAX_SECRET);

/** A secret goes in, and never comes out again. `chosen`: from a file that the operator chose outside the page. */
const givenSecretSchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('kept') }),
  z.strictObject({ from: z.literal('typed'), text: secretText }),
  z.strictObject({ from: z.literal('chosen'), ticket: uuidSchema }),
]);

const givenAuthoritySchema = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('kept') }),
  z.strictObject({ from: z.literal('none') }),
  z.strictObject({ from: z.literal('given'), text: authoritySchema }),
]);

/** Without files: a page names none. */
const draftAuthenticationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('user'), user }),
  z.strictObject({ kind: z.literal('token') }),
  z.strictObject({ kind: z.literal('nkey') }),
  z.strictObject({ kind: z.literal('creds') }),
]);

/** A connection as a form has it. Without an id it is a new one; without a name it is called after its server. */
export const connectionDraftSchema = z.strictObject({
  id: uuidSchema.optional(),
  name: connectionNameSchema.optional(),
  servers,
  authentication: draftAuthenticationSchema,
  secret: givenSecretSchema.default({ from: 'kept' }),
  authority: givenAuthoritySchema.default({ from: 'kept' }),
});
export type ConnectionDraft = z.output<typeof connectionDraftSchema>;

const SEED = /^\s*S[A-Z2-7]{57}\s*$/u;
const CREDENTIALS = /-----BEGIN NATS USER JWT-----[^]+-----BEGIN USER NKEY SEED-----/u;

/** What is wrong with the form of a secret, in words that do not repeat it; null: nothing that can be seen. */
export function secretFault(kind: AuthenticationKind, text: string): string | null {
  if (kind === 'nkey' && !SEED.test(text))
    return 'Must be a seed: 58 capital letters and digits that begin with SU';
  if (kind === 'creds' && !CREDENTIALS.test(text)) return 'Must be a credentials file with a JWT and a seed';
  return null;
}

/** The host of an address: what a connection is called that nobody has named. */
export function hostOf(server: string): string {
  return server.replace(/^wss?:\/\//u, '').replace(/(?::\d+)?\/?$/u, '');
}
