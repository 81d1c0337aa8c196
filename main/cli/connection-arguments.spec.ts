import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConsoleFailure } from '../../domain/contract/errors.ts';
import { parseCliArguments } from './arguments.ts';
import { checkLinkOptions, connectionIn, permissionsIn, type Takes } from './connection-arguments.ts';

const URL = 'wss://nats.example.org';

function given(...options: readonly string[]) {
  return parseCliArguments(['link', 'sync', ...options]);
}

/** What is wrong with these options; null: nothing. */
function fault(options: readonly string[], takes: Takes = 'way-and-permissions'): string | null {
  try {
    checkLinkOptions('link sync', given(...options), takes);
    return null;
  } catch (thrown) {
    if (!(thrown instanceof ConsoleFailure)) throw thrown;
    expect(thrown.error).toMatchObject({ kind: 'wrong-use', code: 'arguments-invalid' });
    return thrown.error.message;
  }
}

describe('a connection on the command line', () => {
  it.each([
    [[], { kind: 'none' }],
    [['--creds', 'a.creds'], { kind: 'creds', file: resolve('a.creds') }],
    [['--token-file', '/run/token'], { kind: 'token', file: '/run/token' }],
    [['--nkey-file', 'a.nk'], { kind: 'nkey', file: resolve('a.nk') }],
    [
      ['--user', 'ada', '--password-file', '../password'],
      { kind: 'user', user: 'ada', file: resolve('../password') },
    ],
  ])('signs in as %j says: files are found from where the caller stands', (options, authentication) => {
    expect(connectionIn(given('--nats', URL, ...options))).toEqual({
      servers: [URL],
      authentication,
      authority: null,
      caFile: null,
    });
    expect(fault(['--nats', URL, ...options])).toBeNull();
  });

  it('may have several servers, and a private authority in a file', () => {
    const options = ['--nats', 'wss://a.example.org,wss://b.example.org', '--ca', 'authority.pem'];
    expect(connectionIn(given(...options))).toMatchObject({
      servers: ['wss://a.example.org', 'wss://b.example.org'],
      caFile: resolve('authority.pem'),
    });
  });

  it('is none where no server is named: the one that the folder has is meant', () => {
    expect(connectionIn(given())).toBeNull();
    expect(fault([])).toBeNull();
    expect(fault(['--connection', 'Office'])).toBeNull();
  });

  it('is agreed to with as many permissions as are given', () => {
    expect(permissionsIn(given())).toEqual([]);
    expect(permissionsIn(given('--fill', '--begin'))).toEqual(['begin', 'fill']);
  });
});

describe('options that contradict each other, or lack their other half', () => {
  it.each([
    [['--nats', URL, '--user', 'ada'], '--user and --password-file belong together'],
    [['--nats', URL, '--password-file', 'p'], '--user and --password-file belong together'],
    [['--nats', URL, '--creds', 'c', '--token-file', 't'], 'Name one of --creds'],
    [['--nats', URL, '--nkey-file', 'n', '--token-file', 't'], 'Name one of --creds'],
    [['--nats', URL, '--creds', 'c', '--user', 'ada', '--password-file', 'p'], 'Name one of --creds'],
    [['--nats', URL, '--creds', 'c', '--password-file', 'p'], 'Name one of --creds'],
    [['--creds', 'c'], 'name it with --nats URL'],
    [['--user', 'ada', '--password-file', 'p'], 'name it with --nats URL'],
    [['--ca', 'authority.pem'], 'name it with --nats URL'],
    [['--connection', 'Office', '--nats', URL], 'knows its --nats itself'],
    [['--connection', 'Office', '--creds', 'c'], 'knows its --creds itself'],
    [['--connection', 'Office', '--ca', 'authority.pem'], 'knows its --ca itself'],
  ])('%j are refused, with what to do', (options, words) => {
    expect(fault(options)).toContain(words);
  });

  it.each([
    '--nats',
    '--creds',
    '--user',
    '--password-file',
    '--token-file',
    '--nkey-file',
    '--ca',
    '--connection',
  ])('%s with nothing in it is a variable that was not set', (option) => {
    for (const empty of ['', '  '])
      expect(fault([option, empty])).toBe(
        `${option} is empty. Give it a value, or leave it out: is a variable not set?`,
      );
  });
});

describe('options that an action has no use for', () => {
  it.each([
    ['nothing', ['--nats', URL, '--begin'], '--nats, --begin'],
    ['nothing', ['--connection', 'Office'], '--connection'],
    ['way', ['--connection', 'Office', '--join', '--fill'], '--join, --fill'],
  ] as const)('are named where it takes %s: %j', (takes, options, named) => {
    expect(fault(options, takes)).toBe(`link sync has no use for ${named}. Leave it out.`);
  });

  it.each([
    ['nothing', []],
    ['way', ['--nats', URL]],
    ['way-and-permissions', ['--nats', URL, '--begin']],
  ] as const)('are none where it takes %s: %j', (takes, options) => {
    expect(fault(options, takes)).toBeNull();
  });
});
