import { type KeyPair, nkeys } from '../nats/nkeys.ts';

const base64url = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url');

function signed(by: KeyPair, subject: KeyPair, name: string, nats: Record<string, unknown>): string {
  const head = base64url(JSON.stringify({ typ: 'JWT', alg: 'ed25519-nkey' }));
  const claims = {
    jti: crypto.randomUUID(),
    iat: Math.floor(Date.now() / 1000),
    iss: by.getPublicKey(),
    sub: subject.getPublicKey(),
    name,
    nats: { version: 2, ...nats },
  };
  const said = `${head}.${base64url(JSON.stringify(claims))}`;
  return `${said}.${base64url(by.sign(new TextEncoder().encode(said)))}`;
}

const UNLIMITED = { subs: -1, data: -1, payload: -1, imports: -1, exports: -1, conn: -1, leaf: -1 };
const STORAGE = { mem_storage: -1, disk_storage: -1, streams: -1, consumer: -1 };

/** A server's configuration under an operator, and the credentials file of a user, as `nsc` writes it. */
export function operatedServer(): { readonly config: string; readonly creds: string } {
  const [operator, account, user] = [nkeys.createOperator(), nkeys.createAccount(), nkeys.createUser()];
  const system = nkeys.createAccount();
  const limits = { ...UNLIMITED, ...STORAGE, wildcards: true };
  const accountJwt = signed(operator, account, 'A', { type: 'account', limits });
  const systemJwt = signed(operator, system, 'SYS', {
    type: 'account',
    limits: { ...UNLIMITED, wildcards: true },
  });
  const userJwt = signed(account, user, 'console', { type: 'user', subs: -1, data: -1, payload: -1 });
  const seed = new TextDecoder().decode(user.getSeed());
  return {
    config: `operator: ${signed(operator, operator, 'O', { type: 'operator' })}
system_account: ${system.getPublicKey()}
resolver: MEMORY
resolver_preload: {
  ${account.getPublicKey()}: ${accountJwt}
  ${system.getPublicKey()}: ${systemJwt}
}`,
    creds: `-----BEGIN NATS USER JWT-----
${userJwt}
------END NATS USER JWT------

************************* IMPORTANT *************************
-----BEGIN USER NKEY SEED-----
${seed}
------END USER NKEY SEED------
`,
  };
}
