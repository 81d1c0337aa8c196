import { describe, expect, it } from 'vitest';
import type { Connection, ConnectionDraft } from '../../domain/contract/connections.ts';
import { uuidOf } from '../../domain/testing/recorded.ts';
import { draftedConnection, draftedSecret } from './draft-connection.ts';
import { memorySecrets } from './memory-secrets.ts';

const SERVERS = ['wss://nats.example.org:443'];
const fresh = { id: uuidOf(0, 1), freeName: (wanted: string) => `${wanted} 2` };

function draft(rest: Partial<ConnectionDraft> = {}): ConnectionDraft {
  return {
    servers: SERVERS,
    authentication: { kind: 'none' },
    secret: { from: 'kept' },
    authority: { from: 'kept' },
    ...rest,
  };
}

/** As it was set up on the command line: its secret and its authority are in files. */
const before: Connection = {
  id: uuidOf(0, 2),
  name: 'Office',
  installation: uuidOf(0, 3),
  servers: ['wss://old.example.org'],
  authentication: { kind: 'creds', file: '/etc/console.creds' },
  authority: null,
  caFile: '/etc/ca.pem',
};

const drafted = (given: ConnectionDraft, former: Connection | null = before) =>
  draftedConnection(given, former, fresh);

describe('a connection as a form describes it', () => {
  it('is called after its server where nobody names it, and belongs to no installation yet', () => {
    expect(drafted(draft(), null)).toEqual({
      id: fresh.id,
      name: 'nats.example.org 2',
      installation: null,
      servers: SERVERS,
      authentication: { kind: 'none' },
      authority: null,
      caFile: null,
    });
  });

  it('keeps its files, its name and whom it leads to, as long as nothing else is given', () => {
    expect(drafted(draft({ authentication: { kind: 'creds' } }))).toEqual({ ...before, servers: SERVERS });
    expect(drafted(draft({ name: 'Home', authentication: { kind: 'creds' } })).name).toBe('Home');
  });

  it.each([
    ['another way to sign in', draft({ authentication: { kind: 'token' } })],
    [
      'a secret that is typed',
      draft({ authentication: { kind: 'creds' }, secret: { from: 'typed', text: 'x' } }),
    ],
  ])('has its secret in no file any more after %s', (_what, given) => {
    expect(drafted(given).authentication).toEqual({ kind: given.authentication.kind, file: null });
  });

  it('has no file where there was none', () => {
    const open: Connection = { ...before, authentication: { kind: 'none' } };
    expect(drafted(draft({ authentication: { kind: 'token' } }), open).authentication).toEqual({
      kind: 'token',
      file: null,
    });
  });

  it('has no authority any more where none is to be', () => {
    const own = { ...before, authority: 'PEM', caFile: null };
    expect(drafted(draft({ authority: { from: 'none' } }))).toMatchObject({ authority: null, caFile: null });
    expect(drafted(draft({ authority: { from: 'none' } }), own)).toMatchObject({ authority: null });
    expect(drafted(draft(), own)).toMatchObject({ authority: 'PEM', caFile: null });
  });

  it('is refused with a certificate that looks like one and is none', () => {
    const text = '-----BEGIN CERTIFICATE-----\nbm8gY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n';
    expect(() => drafted(draft({ authority: { from: 'given', text } }))).toThrow(
      'The certificate of the authority cannot be read. Choose a file with certificates in PEM.',
    );
  });
});

describe('the secret that comes with a form', () => {
  const secrets = memorySecrets();

  it('is none where the kept one stays, or none is needed', async () => {
    expect(await draftedSecret(draft({ authentication: { kind: 'token' } }), secrets)).toBeNull();
    expect(await draftedSecret(draft({ secret: { from: 'typed', text: 'x' } }), secrets)).toBeNull();
  });

  it('is what was typed, or what is in the file that was chosen', async () => {
    const ticket = uuidOf(0, 7);
    await secrets.keep(ticket, 'from a file');
    const authentication = { kind: 'token' } as const;
    const typed = draft({ authentication, secret: { from: 'typed', text: 'typed' } });
    const chosen = draft({ authentication, secret: { from: 'chosen', ticket } });
    expect(await draftedSecret(typed, secrets)).toBe('typed');
    expect(await draftedSecret(chosen, secrets)).toBe('from a file');
  });

  it('is asked for again where the file that was chosen is forgotten', async () => {
    const secret = { from: 'chosen', ticket: uuidOf(0, 8) } as const;
    await expect(
      draftedSecret(draft({ authentication: { kind: 'creds' }, secret }), secrets),
    ).rejects.toMatchObject({
      error: {
        kind: 'wrong-use',
        code: 'secret-not-chosen',
        message: 'The file that was chosen is not known any more. Choose it again.',
      },
    });
  });

  it.each([
    ['nkey', 'Must be a seed: 58 capital letters and digits that begin with SU.'],
    ['creds', 'Must be a credentials file with a JWT and a seed.'],
  ] as const)(
    'is refused where it cannot be one (%s), in words that do not repeat it',
    async (kind, message) => {
      const secret = { from: 'typed', text: 'hunter2' } as const;
      await expect(draftedSecret(draft({ authentication: { kind }, secret }), secrets)).rejects.toMatchObject(
        {
          error: { kind: 'wrong-use', code: 'credentials-unreadable', message },
        },
      );
    },
  );
});
