import { X509Certificate } from 'node:crypto';
import {
  type Authentication,
  type Connection,
  type ConnectionDraft,
  hostOf,
  secretFault,
} from '../../domain/contract/connections.ts';
import { failure } from '../../domain/contract/errors.ts';
import type { Secrets } from '../../domain/ports/secrets.ts';

type WithoutSecret = Pick<Connection, 'authentication' | 'authority' | 'caFile'>;

const NOTHING: WithoutSecret = { authentication: { kind: 'none' }, authority: null, caFile: null };

/** A file that was named on the command line stays, for as long as nothing else is given. */
function authenticationOf(
  { authentication, secret }: ConnectionDraft,
  before: Authentication,
): Authentication {
  if (authentication.kind === 'none') return authentication;
  const isKept = secret.from === 'kept' && before.kind === authentication.kind;
  return { ...authentication, file: isKept && 'file' in before ? before.file : null };
}

/** One or more of them, as PEM. */
export function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).raw.length > 0;
  } catch {
    return false;
  }
}

function checked(text: string): string {
  if (isCertificate(text)) return text;
  const message = 'The certificate of the authority cannot be read. Choose a file with certificates in PEM.';
  throw failure('wrong-use', 'authority-unreadable', message);
}

function authorityOf({ authority: given }: ConnectionDraft, before: WithoutSecret) {
  if (given.from === 'kept') return { authority: before.authority, caFile: before.caFile };
  return { authority: given.from === 'given' ? checked(given.text) : null, caFile: null };
}

/** The connection that a form describes, `before` being the one that it was opened on. */
export function draftedConnection(
  draft: ConnectionDraft,
  before: Connection | null,
  fresh: { readonly id: string; readonly freeName: (wanted: string) => string },
): Connection {
  const former = before ?? {
    ...NOTHING,
    id: fresh.id,
    name: fresh.freeName(hostOf(draft.servers[0] ?? '')),
    installation: null,
  };
  return {
    id: former.id,
    name: draft.name ?? former.name,
    installation: former.installation,
    servers: draft.servers,
    authentication: authenticationOf(draft, former.authentication),
    ...authorityOf(draft, former),
  };
}

/** The secret that came with a draft; null: none did. Throws what is wrong with its form, without repeating it. */
export async function draftedSecret(draft: ConnectionDraft, secrets: Secrets): Promise<string | null> {
  const { secret, authentication } = draft;
  if (secret.from === 'kept' || authentication.kind === 'none') return null;
  const text = secret.from === 'typed' ? secret.text : await secrets.read(secret.ticket);
  if (text === null)
    throw failure(
      'wrong-use',
      'secret-not-chosen',
      'The file that was chosen is not known any more. Choose it again.',
    );
  const fault = secretFault(authentication.kind, text);
  if (fault !== null) throw failure('wrong-use', 'credentials-unreadable', `${fault}.`);
  return text;
}
