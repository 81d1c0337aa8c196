import { connect, type NatsConnection } from 'nats.ws';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { TestFinding } from '../../domain/contract/connection-test.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { testConnection } from './nats/test-connection.ts';
import { makeCertificates } from './testing/certificates.ts';
import { startNatsServer } from './testing/nats-server.ts';

const PASSWORD = 'correct-horse-battery-staple';
const [OURS, THEIRS] = ['0198c0de-0000-7000-8000-00000000000a', '0198c0de-0000-7000-8000-00000000000b'];

/** Of Ada, who may do all but these; root may do everything. */
function users(permissions = ''): string {
  const limits = permissions === '' ? '' : `, permissions: { ${permissions} }`;
  return `authorization { users: [ { user: root, password: "${PASSWORD}" }, { user: ada, password: "${PASSWORD}"${limits} } ] }`;
}

async function administrator(url: string): Promise<NatsConnection> {
  const connection = await connect({ servers: url, user: 'root', pass: PASSWORD });
  onTestFinished(() => connection.close());
  return connection;
}

interface Asked {
  readonly password?: string;
  readonly ca?: string | null;
  readonly installation?: string | null;
}

async function found(servers: readonly string[], asked: Asked = {}): Promise<readonly TestFinding[]> {
  const { password = PASSWORD, ca = null, installation = null } = asked;
  const { findings } = await testConnection({
    target: { servers, credentials: { kind: 'user', user: 'ada', password }, ca, name: 'test' },
    installation,
    signal: new AbortController().signal,
  });
  return findings;
}

const short = (findings: readonly TestFinding[]): readonly string[] =>
  findings.map(({ step, outcome, code, words }) => `${step} ${outcome}: ${code ?? ''} ${words}`);

describe('a test of a connection, step by step', () => {
  it('an encrypted server that does not take the password: what came before was right', async () => {
    const { authority, ...tls } = makeCertificates(tempFolder());
    const { url } = await startNatsServer({ tls, config: users() });
    expect(short(await found([url], { ca: authority, password: 'wrong' }))).toEqual([
      `address good:  ${url} answers`,
      'encryption good:  Its certificate is trusted',
      `sign-in bad: link-refused ${url} does not accept these credentials. Check user, password, token or credentials file.`,
    ]);
  });

  it('a certificate for another name, though its authority is trusted', async () => {
    const { authority, ...tls } = makeCertificates(tempFolder(), 'IP:192.0.2.7');
    const { url } = await startNatsServer({ tls, config: users() });
    const findings = await found([url], { ca: authority });
    expect(findings).toMatchObject([
      { step: 'address', outcome: 'good' },
      { step: 'encryption', outcome: 'bad', code: 'link-certificate' },
    ]);
    expect(findings[1]?.words).toMatch(
      /^The certificate of wss:.* is for another name \(Hostname\/IP does not match .*192\.0\.2\.7\)\. Use the address that it names, or have one issued for this address\.$/u,
    );
  });

  it('several servers, each by itself: one that is down is found before it is needed', async () => {
    const [one, other, down] = await Promise.all([
      startNatsServer({ config: users() }),
      startNatsServer({ config: users() }),
      startNatsServer({ config: users() }),
    ]);
    await down.kill();
    const findings = short(await found([one.url, down.url, other.url]));
    expect(findings.slice(0, 5)).toEqual([
      `address good:  ${one.url} answers`,
      'sign-in good:  It accepts the credentials',
      `address bad: link-unreachable ${down.url} cannot be reached (nothing listens at this port).`,
      `address good:  ${other.url} answers`,
      'sign-in good:  It accepts the credentials',
    ]);
    // All else is asked once, of the first that answers.
    expect(findings.filter((each) => each.startsWith('jetstream'))).toEqual([
      'jetstream good:  JetStream is there',
    ]);
  });

  it('seeds that are none', async () => {
    const { url } = await startNatsServer();
    const test = await testConnection({
      target: { servers: [url], credentials: { kind: 'nkey', seed: 'SUNONE' }, ca: null, name: 'test' },
      installation: null,
      signal: new AbortController().signal,
    });
    expect(short(test.findings)).toEqual([
      'sign-in bad: credentials-unreadable The credentials cannot be read. Enter them again, or choose the file again.',
    ]);
  });

  it.each([
    [
      'JetStream at all',
      ['$JS.API.INFO'],
      ['jetstream bad: link-forbidden This user may not publish $JS.API.INFO'],
    ],
    [
      'looking at the log',
      ['$JS.API.STREAM.INFO.PERSON_LOG'],
      [
        'jetstream good:  JetStream is there',
        'log bad: link-forbidden This user may not publish $JS.API.STREAM.INFO.PERSON_LOG',
        'installation attention: installation-begin No installation has begun on this server',
      ],
    ],
    [
      'reading whose server it is, and sending',
      ['$JS.API.STREAM.INFO.KV_PERSON_INSTALLATION', 'person.log.>'],
      [
        'jetstream good:  JetStream is there',
        'log attention: log-missing There is no log yet: the stream PERSON_LOG is made when an installation begins',
        'installation bad: link-forbidden This user may not publish $JS.API.STREAM.INFO.KV_PERSON_INSTALLATION',
        'permissions bad: link-forbidden This user may not publish person.log.>',
      ],
    ],
  ])('%s is denied: each subject is named, and once', async (_what, subjects, expected) => {
    const { url } = await startNatsServer({
      config: users(`publish: { deny: ${JSON.stringify(subjects)} }`),
    });
    const findings = short(await found([url]));
    expect(findings.slice(2)).toEqual(expected);
  });

  it('answers that may not be heard', async () => {
    const { url } = await startNatsServer({ config: users('subscribe: { deny: "_INBOX.>" }') });
    expect(short(await found([url])).slice(2)).toEqual([
      'jetstream bad: link-forbidden This user may not subscribe _INBOX.>',
    ]);
  });

  it.each([
    [null, 'good', null, `Installation ${THEIRS}; this data folder belongs to none yet`],
    [THEIRS, 'good', null, 'It is the installation of this data folder'],
    [
      OURS,
      'bad',
      'installation-other',
      `It belongs to another installation (${THEIRS}) than this data folder (${OURS})`,
    ],
  ] as const)('whose server it is, for a folder of %s', async (installation, outcome, code, words) => {
    const { url } = await startNatsServer({ config: users() });
    const bucket = await (await administrator(url)).jetstream().views.kv('PERSON_INSTALLATION');
    await bucket.put('installation', THEIRS);
    expect(await found([url], { installation })).toContainEqual({
      step: 'installation',
      outcome,
      code,
      words,
    });
  });

  it('a bucket that says nothing of whose it is: nobody has begun', async () => {
    const { url } = await startNatsServer({ config: users() });
    await (await administrator(url)).jetstream().views.kv('PERSON_INSTALLATION');
    expect(await found([url], { installation: OURS })).toMatchObject([
      { step: 'address' },
      { step: 'sign-in' },
      { step: 'jetstream', outcome: 'good' },
      { step: 'log', outcome: 'attention' },
      { step: 'installation', outcome: 'attention', code: 'installation-begin' },
      { step: 'permissions', outcome: 'good' },
    ]);
  });
});
