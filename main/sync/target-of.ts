import { readFileSync } from 'node:fs';
import type { Authentication, WayIn } from '../../domain/contract/connections.ts';
import { type ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import type { NatsCredentials, NatsTarget } from './nats/connect.ts';
import { isCertificate } from './draft-connection.ts';
import { readSecretFile } from './secret-file.ts';

/** Answers the secret that is kept for a connection; null where there is none. */
export type ReadSecret = () => Promise<string | null>;

export const SECRET_WORDS = {
  user: 'password',
  token: 'token',
  nkey: 'seed',
  creds: 'credentials',
} as const;

function secretMissing(kind: keyof typeof SECRET_WORDS): ConsoleFailure {
  const word = SECRET_WORDS[kind];
  const message = `The ${word} of this connection is not kept here. Enter it again, or name a file that holds it.`;
  return failure('rejected', 'secret-missing', message, { secret: word });
}

function textOf(caFile: string): string {
  try {
    return readFileSync(caFile, 'utf8');
  } catch {
    const message = `${caFile} cannot be read. Choose the certificate again.`;
    throw failure('wrong-use', 'link-file-unreadable', message, { file: caFile });
  }
}

/** Without one in it, the server's certificate would be blamed. */
function certificateIn(caFile: string): string {
  const text = textOf(caFile);
  if (isCertificate(text)) return text;
  const message = `${caFile} holds no certificate that can be read. Choose a file with certificates in PEM.`;
  throw failure('wrong-use', 'authority-unreadable', message, { file: caFile });
}

function authorityOf({ authority, caFile }: WayIn): string | null {
  return caFile === null ? authority : certificateIn(caFile);
}

async function credentialsOf(authentication: Authentication, read: ReadSecret): Promise<NatsCredentials> {
  if (authentication.kind === 'none') return { kind: 'none' };
  const { kind, file } = authentication;
  const secret = file === null ? await read() : readSecretFile(file);
  if (secret === null) throw secretMissing(kind);
  switch (kind) {
    case 'user':
      return { kind, user: authentication.user, password: secret };
    case 'token':
      return { kind, token: secret };
    case 'nkey':
      return { kind, seed: secret.trim() };
    case 'creds':
      return { kind, creds: secret };
  }
}

/** What a connection needs to be opened, its files and its secret read at this moment. */
export async function targetOf(way: WayIn, name: string, read: ReadSecret): Promise<NatsTarget> {
  return {
    servers: way.servers,
    credentials: await credentialsOf(way.authentication, read),
    ca: authorityOf(way),
    name,
  };
}
