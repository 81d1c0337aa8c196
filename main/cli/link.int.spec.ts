import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ConsoleError } from '../../domain/contract/errors.ts';
import events from '../../domain/testing/fixtures/legacy/frozen/events.json' with { type: 'json' };
import { nkeys } from '../sync/nats/nkeys.ts';
import { makeCertificates } from '../sync/testing/certificates.ts';
import { formerSystem } from '../sync/testing/former-system.ts';
import { startNatsServer } from '../sync/testing/nats-server.ts';
import { operatedServer } from '../sync/testing/operator.ts';
import { createPerson } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openTestConsole } from '../testing/test-console.ts';
import { EXIT } from './output.ts';
import { type CliRun, runInProcess } from './testing/cli-in-process.ts';

const PASSWORD = 'correct-horse-battery-staple';
const USERS = `authorization { users: [ { user: ada, password: "${PASSWORD}" } ] }`;
/** Nobody answers there; nothing is asked where the command line refuses before. */
const NOBODY = ['--nats', 'ws://127.0.0.1:9'];

function errorOf({ json }: CliRun): ConsoleError | undefined {
  return (json.at(-1) as { readonly error?: ConsoleError }).error;
}

function link(folder: string, ...argv: readonly string[]): Promise<CliRun> {
  return runInProcess(['link', ...argv, '--data', folder]);
}

/** The code, and what is to be done next: the last sentence. */
function refusalOf(run: CliRun): readonly [string | undefined, string | undefined] {
  return [errorOf(run)?.code, /[^.]+\.$/.exec(run.words.trim())?.[0].trim()];
}

/** A folder with a person that nobody else has yet. */
async function withOnePerson(): Promise<string> {
  const folder = tempFolder();
  const console = openTestConsole({ dataFolder: folder });
  await console.submit(createPerson(1));
  await console.close();
  return folder;
}

function secretFile(text: string, mode = 0o600): string {
  const file = join(tempFolder(), 'secret');
  writeFileSync(file, text, { mode });
  return file;
}

/** What can be found and not be read, whoever one is. */
async function unreadableFile(): Promise<string> {
  const path = join(tempFolder(), 'socket');
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(path, resolve));
  onTestFinished(() => void server.close());
  return path;
}

describe('signing in from the command line', () => {
  it('needs nothing where the server asks for nothing; what waits goes out, and is told of', async () => {
    const { url } = await startNatsServer();
    const folder = await withOnePerson();
    const run = await link(folder, 'sync', '--nats', url, '--begin');
    expect(run).toMatchObject({ code: EXIT.done, json: [{ pushed: 1, pulled: 0, behind: 0 }], reported: [] });
    expect(run.words).toBe('1 change sent, 0 taken in, 0 conflicts\n');
    const again = await link(folder, 'sync', '--nats', url);
    expect(again).toMatchObject({ code: EXIT.done, json: [{ pushed: 0, pulled: 0, behind: 0 }] });
    const other = join(tempFolder(), 'new');
    expect(await link(other, 'sync', '--nats', url)).toMatchObject({ json: [{ pushed: 0, pulled: 1 }] });
  });

  it('goes by password, token, seed or credentials, each read from its file', async () => {
    const user = nkeys.createUser();
    const seed = new TextDecoder().decode(user.getSeed());
    const operated = operatedServer();
    const ways = [
      [USERS, ['--user', 'ada', '--password-file'], `${PASSWORD}\n`],
      ['authorization { token: "s3cr3t" }', ['--token-file'], 's3cr3t\n'],
      [`authorization { users: [ { nkey: ${user.getPublicKey()} } ] }`, ['--nkey-file'], `${seed}\n`],
      [operated.config, ['--creds'], operated.creds],
      // As an editor of Windows leaves it.
      [operated.config, ['--creds'], operated.creds.trimEnd().replaceAll('\n', '\r\n')],
    ] as const;
    for (const [config, options, text] of ways) {
      const { url } = await startNatsServer({ config });
      const run = await link(tempFolder(), 'sync', '--nats', url, ...options, secretFile(text), '--begin');
      expect(run).toMatchObject({ code: EXIT.done, json: [{ pushed: 0 }] });
    }
  });

  it('reads what systemd hands over, whatever the mode of that folder says', async () => {
    const { url } = await startNatsServer({ config: USERS });
    const folder = tempFolder();
    const credentials = tempFolder();
    writeFileSync(join(credentials, 'password'), PASSWORD, { mode: 0o640 });
    mkdirSync(join(credentials, 'below'));
    writeFileSync(join(credentials, 'below', 'password'), PASSWORD, { mode: 0o640 });
    const sync = (file: string): Promise<CliRun> =>
      link(folder, 'sync', '--nats', url, '--user', 'ada', '--password-file', file, '--begin');
    expect(errorOf(await sync(join(credentials, 'password')))?.code).toBe('secret-file-open');
    vi.stubEnv('CREDENTIALS_DIRECTORY', credentials);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(errorOf(await sync(join(credentials, 'below', 'password')))?.code).toBe('secret-file-open');
    expect(await sync(join(credentials, 'password'))).toMatchObject({ code: EXIT.done });
  });

  it('trusts a private authority whose certificate is in a file', async () => {
    const certificates = tempFolder();
    const { cert, key } = makeCertificates(certificates);
    const { url } = await startNatsServer({ tls: { cert, key } });
    const folder = tempFolder();
    const untrusted = await link(folder, 'sync', '--nats', url, '--begin');
    expect([untrusted.code, errorOf(untrusted)?.code]).toEqual([EXIT.refused, 'link-certificate']);
    expect(untrusted.words).toContain('Give the authority that has signed it');
    const ca = join(certificates, 'ca.pem');
    expect(await link(folder, 'sync', '--nats', url, '--ca', ca, '--begin')).toMatchObject({
      code: EXIT.done,
    });
  });

  it('with a wrong password is refused, in words that do not repeat it', async () => {
    const { url } = await startNatsServer({ config: USERS });
    const file = secretFile('wrong-horse');
    const run = await link(tempFolder(), 'sync', '--nats', url, '--user', 'ada', '--password-file', file);
    expect([run.code, errorOf(run)?.code]).toEqual([EXIT.refused, 'link-refused']);
    expect(run.words).toContain('Check user, password, token or credentials file');
    expect(run.words + JSON.stringify(run.json)).not.toContain('wrong-horse');
  });
});

describe('a file that cannot be used', () => {
  const ways = ['--user ada --password-file', '--token-file', '--nkey-file', '--creds'];

  it.each(ways)('after %s is named, with what to do, and nobody is asked', async (options) => {
    const wide = secretFile('secret', 0o644);
    const files = [
      [join(tempFolder(), 'missing'), EXIT.wrongUse, 'link-file-unreadable', 'cannot be read. Name the file'],
      [await unreadableFile(), EXIT.wrongUse, 'link-file-unreadable', 'cannot be read. Name the file'],
      [tempFolder(), EXIT.wrongUse, 'link-file-unreadable', 'is a folder. Name the file'],
      [secretFile(''), EXIT.wrongUse, 'secret-file-empty', 'is empty. Write the secret into it'],
      [secretFile(' \n'), EXIT.wrongUse, 'secret-file-empty', 'is empty. Write the secret into it'],
      [wide, EXIT.refused, 'secret-file-open', 'chmod 600'],
    ] as const;
    for (const [file, code, error, words] of files) {
      const run = await link(tempFolder(), 'test', ...NOBODY, ...options.split(' '), file);
      expect([file, run.code, errorOf(run)?.code]).toEqual([file, code, error]);
      expect(run.words).toContain(file);
      expect(run.words).toContain(words);
      expect(run.reported).toEqual([]);
    }
  });

  it.each(['--nkey-file', '--creds'])('after %s may hold something else than a key', async (option) => {
    const run = await link(tempFolder(), 'sync', ...NOBODY, option, secretFile('something else'));
    expect([run.code, errorOf(run)?.code]).toEqual([EXIT.wrongUse, 'credentials-unreadable']);
  });

  it('may be that of the authority', async () => {
    const missing = join(tempFolder(), 'authority.pem');
    for (const file of [missing, tempFolder()]) {
      const run = await link(tempFolder(), 'test', ...NOBODY, '--ca', file);
      expect([run.code, errorOf(run)?.code]).toEqual([EXIT.wrongUse, 'link-file-unreadable']);
      expect(run.words).toContain(`${file} cannot be read. Choose the certificate again.`);
    }
  });
});

describe('a server that cannot be used', () => {
  it.each([
    ['nats://nats.example.org:4222', 'input-invalid', 'wss://nats.example.org:443'],
    ['wss://ada:secret@nats.example.org', 'input-invalid', 'wss://nats.example.org:443'],
    ['wss://a.example.org,', 'input-invalid', 'wss://nats.example.org:443'],
    ['ws://nats.example.org', 'link-not-encrypted', 'Use wss://'],
  ])('%s is refused as wrong use, and told how an address looks', async (url, code, words) => {
    const run = await link(tempFolder(), 'sync', '--nats', url);
    expect([run.code, errorOf(run)?.code]).toEqual([EXIT.wrongUse, code]);
    expect(run.words).toContain(words);
    expect(run.words).not.toContain('secret@');
  });

  it('because nobody is there, is a reason to try again later: work goes on here', async () => {
    const run = await link(await withOnePerson(), 'sync', ...NOBODY);
    expect([run.code, errorOf(run)]).toMatchObject([
      EXIT.refused,
      { code: 'link-unreachable', kind: 'retryable' },
    ]);
    expect(run.words).toContain('nothing listens at this port');
  });

  it('test says each step, and by its exit code that it does not work', async () => {
    const run = await link(tempFolder(), 'test', ...NOBODY);
    expect(run).toMatchObject({ code: EXIT.refused, json: [{ outcome: 'bad' }] });
    expect(run.words).toMatch(/^FAILED: ws:\/\/127\.0\.0\.1:9 cannot be reached/);
    const { url } = await startNatsServer();
    const fine = await link(tempFolder(), 'test', '--nats', url);
    expect(fine).toMatchObject({ code: EXIT.done, json: [{ outcome: 'attention' }] });
    expect(fine.words).toContain('!: No installation has begun on this server');
  });
});

describe('what somebody has to decide', () => {
  it('is told with the option by which one agrees: to begin, to join, to fill', async () => {
    const server = await startNatsServer();
    const [a, b] = [await withOnePerson(), await withOnePerson()];
    const refusals: (readonly [string | undefined, string | undefined])[] = [];
    for (const [folder, option] of [
      [a, '--begin'],
      [b, '--join'],
    ] as const) {
      const refused = await link(folder, 'sync', '--nats', server.url);
      expect(refused.code).toBe(EXIT.refused);
      expect(errorOf(refused)?.message).toBe(refused.words.trimEnd());
      refusals.push(refusalOf(refused));
      const agreed = await link(folder, 'sync', '--nats', server.url, option);
      expect([agreed.code, agreed.words]).toEqual([EXIT.done, expect.stringContaining('sent') as string]);
    }
    await server.kill();
    server.wipe();
    await server.start();
    const lost = await link(a, 'sync', '--nats', server.url);
    refusals.push(refusalOf(lost));
    expect(refusals).toEqual([
      ['installation-begin', 'You agree by --begin.'],
      ['installation-join', 'You agree by --join.'],
      ['link-log-lost', 'You agree by --fill.'],
    ]);
    expect(await link(a, 'sync', '--nats', server.url, '--fill')).toMatchObject({ code: EXIT.done });
  });
});

describe('a connection that the folder keeps', () => {
  it('is made by online, told by status and connections, held down by offline', async () => {
    const { url } = await startNatsServer();
    const folder = await withOnePerson();
    expect((await link(folder, 'connections')).words).toBe('');
    expect(await link(folder, 'online', '--nats', url, '--begin')).toMatchObject({ code: EXIT.done });
    expect((await link(folder, 'connections')).words).toBe(`127.0.0.1: ${url} (in use)\n`);
    const name = ['--connection', '127.0.0.1'];
    expect(await link(folder, 'sync', ...name, '--begin')).toMatchObject({
      code: EXIT.done,
      json: [{ pushed: 1 }],
    });
    expect(await link(folder, 'test', ...name)).toMatchObject({
      code: EXIT.done,
      json: [{ outcome: 'good' }],
    });
    const offline = await link(folder, 'offline');
    expect(offline).toMatchObject({ code: EXIT.done, json: [{ state: 'offline', connection: '127.0.0.1' }] });
    expect((await link(folder, 'status')).words).toBe('Offline, 0 changes to go out\n');
  });

  it('that is not there is refused, with those that are', async () => {
    const folder = await withOnePerson();
    const run = await link(folder, 'test', '--connection', 'Office');
    expect([run.code, errorOf(run)?.code]).toEqual([EXIT.wrongUse, 'connection-unknown']);
    expect(run.words).toBe('No connection is called Office. There are: none.\n');
  });

  it.each(['sync', 'online', 'test', 'legacy read'])(
    'is asked for by link %s where there is none',
    async (action) => {
      const run = await link(await withOnePerson(), ...action.split(' '));
      expect([run.code, errorOf(run)?.code]).toEqual([EXIT.wrongUse, 'link-not-set']);
      expect(run.words).toContain('That is --nats URL, or --connection NAME');
    },
  );

  it('whose password is in the keyring of a window takes it from a file here', async () => {
    const { url } = await startNatsServer({ config: USERS });
    const folder = await withOnePerson();
    const console = openTestConsole({ dataFolder: folder });
    await console.ask('connections.save', {
      name: 'Office',
      servers: [url],
      authentication: { kind: 'user', user: 'ada' },
      secret: { from: 'typed', text: PASSWORD },
    });
    await console.close();
    for (const action of ['sync', 'test']) {
      const run = await link(folder, action, '--connection', 'Office');
      expect([run.code, errorOf(run)?.code]).toEqual([EXIT.refused, 'secret-missing']);
      expect(run.words).toContain('by --nats URL --user NAME --password-file FILE.');
    }
    const options = ['--nats', url, '--user', 'ada', '--password-file', secretFile(PASSWORD)];
    expect(await link(folder, 'online', ...options)).toMatchObject({ code: EXIT.done });
    expect(await link(folder, 'sync', '--connection', 'Office', '--begin')).toMatchObject({
      code: EXIT.done,
      json: [{ pushed: 1 }],
    });
  });
});

describe('a path that holds no log', () => {
  it.each(['status', 'offline', 'connections', 'legacy status', 'legacy on'])(
    'is refused by link %s, and stays as it is',
    async (action) => {
      const folder = join(tempFolder(), 'mistyped');
      const run = await link(folder, ...action.split(' '));
      expect([run.code, errorOf(run)?.code]).toEqual([EXIT.refused, 'log-missing']);
      expect(existsSync(folder)).toBe(false);
    },
  );

  it('is not made where the options are wrong', async () => {
    const folder = join(tempFolder(), 'new');
    const run = await link(folder, 'online', ...NOBODY, '--user', 'ada');
    expect([run.code, errorOf(run)?.code]).toEqual([EXIT.wrongUse, 'arguments-invalid']);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('the bridge on the command line', () => {
  it('reads once over a connection that is named, and is off afterwards', async () => {
    const { url } = await startNatsServer();
    const former = await formerSystem(url);
    for (const { body } of events) await former.publish('person.events.any', body);
    const folder = tempFolder();
    const first = await link(folder, 'legacy', 'read', '--nats', url, '--begin');
    expect(first).toMatchObject({
      code: EXIT.done,
      json: [{ mode: 'off', state: 'off', counts: { events: events.length, odd: 0 } }],
      reported: [],
    });
    expect(first.words).toBe(`Off, ${events.length} events taken in, 0 not\n`);
    await link(folder, 'online', '--nats', url);
    const again = await link(folder, 'legacy', 'read', '--connection', '127.0.0.1');
    expect(again).toMatchObject({ code: EXIT.done, json: [{ counts: { events: events.length } }] });
  });

  it('is switched on and off, and says what it waits for', async () => {
    const folder = await withOnePerson();
    expect(await link(folder, 'legacy', 'status')).toMatchObject({
      code: EXIT.done,
      words: 'Off, 0 events taken in, 0 not\n',
    });
    const on = await link(folder, 'legacy', 'on');
    expect(on).toMatchObject({ code: EXIT.done, json: [{ mode: 'on' }] });
    expect(on.words).toBe('Waiting for the link, 0 events taken in, 0 not\n');
    expect(await link(folder, 'legacy', 'off')).toMatchObject({ code: EXIT.done, json: [{ mode: 'off' }] });
  });

  it('without a stream of the former system says what is missing', async () => {
    const { url } = await startNatsServer();
    const run = await link(tempFolder(), 'legacy', 'read', '--nats', url, '--begin');
    expect(run.code).toBe(EXIT.refused);
    expect(run.words).toContain('PERSON_EVENTS');
  });
});
