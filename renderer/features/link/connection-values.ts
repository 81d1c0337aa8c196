import {
  type AuthenticationKind,
  type ConnectionDraft,
  connectionDraftSchema,
  type ConnectionRow,
  secretFault,
  serverSchema,
} from '../../../domain/contract/connections.ts';
import { fieldIssues, plainWords } from '../../../domain/contract/procedures.ts';

/** A connection as it is typed. A secret that was typed is here and nowhere else in the window. */
export interface ConnectionValues {
  readonly name: string;
  readonly servers: string;
  readonly kind: AuthenticationKind;
  readonly user: string;
  readonly secret: string;
  readonly credentials: { readonly name: string; readonly ticket: string } | null;
  readonly authority: 'kept' | 'none' | { readonly name: string; readonly text: string };
}

export type ConnectionField = 'name' | 'servers' | 'user' | 'secret' | 'authority';

export type ConnectionProblems = Partial<Record<ConnectionField, string>>;

export function valuesOf(before: ConnectionRow | null): ConnectionValues {
  const authentication = before?.authentication ?? { kind: 'none' };
  return {
    name: before?.name ?? '',
    servers: before?.servers.join(', ') ?? '',
    kind: authentication.kind,
    user: 'user' in authentication ? authentication.user : '',
    secret: '',
    credentials: null,
    authority: 'kept',
  };
}

export const SECRET_LABELS: Readonly<Record<Exclude<AuthenticationKind, 'none'>, string>> = {
  user: 'Password',
  token: 'Token',
  nkey: 'Seed',
  creds: 'Credentials file',
};

function serversIn(text: string): string[] {
  return text.split(/[\s,]+/u).filter((server) => server !== '');
}

/** The secret that is kept is good for as long as nothing else is typed, and the way to sign in stays. */
export function hasKept(before: ConnectionRow | null, kind: AuthenticationKind): boolean {
  return before !== null && before.authentication.kind === kind && before.secret !== 'missing';
}

function secretOf({ kind, secret, credentials }: ConnectionValues): ConnectionDraft['secret'] {
  if (kind === 'creds')
    return credentials === null ? { from: 'kept' } : { from: 'chosen', ticket: credentials.ticket };
  return secret === '' ? { from: 'kept' } : { from: 'typed', text: secret };
}

function authorityOf({ authority }: ConnectionValues): ConnectionDraft['authority'] {
  return typeof authority === 'string' ? { from: authority } : { from: 'given', text: authority.text };
}

export function draftOf(values: ConnectionValues, before: ConnectionRow | null): ConnectionDraft {
  const name = values.name.trim();
  const { kind, user } = values;
  return {
    ...(before === null ? {} : { id: before.id }),
    ...(name === '' ? {} : { name }),
    servers: serversIn(values.servers),
    authentication: kind === 'user' ? { kind, user } : { kind },
    secret: secretOf(values),
    authority: authorityOf(values),
  };
}

function serverProblem(text: string): string | undefined {
  const servers = serversIn(text);
  if (servers.length === 0) return 'Enter the address of a server';
  const wrong = servers.find((server) => !serverSchema.safeParse(server).success);
  return wrong === undefined ? undefined : `${wrong} is no address like wss://nats.example.org`;
}

function missingSecret(kind: AuthenticationKind): string | undefined {
  if (kind === 'none') return undefined;
  return `${kind === 'creds' ? 'Choose a' : 'Enter the'} ${SECRET_LABELS[kind].toLowerCase()}`;
}

function secretProblem(values: ConnectionValues, before: ConnectionRow | null): string | undefined {
  const { kind, secret } = values;
  const given = secretOf(values);
  if (given.from === 'typed') return secretFault(kind, secret) ?? undefined;
  return given.from === 'chosen' || hasKept(before, kind) ? undefined : missingSecret(kind);
}

function userProblem({ kind, user }: ConnectionValues): string | undefined {
  return kind === 'user' && user.trim() === '' ? 'Enter the user' : undefined;
}

const FIELD_OF: Readonly<Record<string, ConnectionField>> = {
  name: 'name',
  authentication: 'user',
  secret: 'secret',
  authority: 'authority',
};

function schemaProblems(values: ConnectionValues, before: ConnectionRow | null): ConnectionProblems {
  const found: ConnectionProblems = {};
  const parsed = connectionDraftSchema.safeParse(draftOf(values, before), { error: plainWords });
  for (const { path, message } of parsed.success ? [] : fieldIssues(parsed.error)) {
    const field = FIELD_OF[path.split('.')[0] ?? ''];
    if (field !== undefined) found[field] ??= message;
  }
  return found;
}

/** What keeps the connection from being saved, by field: as its schema sees it, in words of the form where it has better ones. */
export function problemsIn(values: ConnectionValues, before: ConnectionRow | null): ConnectionProblems {
  const own = Object.entries({
    servers: serverProblem(values.servers),
    user: userProblem(values),
    secret: secretProblem(values, before),
  }).filter(([, message]) => message !== undefined);
  return { ...schemaProblems(values, before), ...Object.fromEntries(own) };
}
