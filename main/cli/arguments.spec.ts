import { describe, expect, it } from 'vitest';
import { ConsoleFailure } from '../../domain/contract/errors.ts';
import { parseCliArguments } from './arguments.ts';

function refusal(argv: readonly string[]): unknown {
  try {
    return parseCliArguments(argv);
  } catch (error) {
    return error instanceof ConsoleFailure ? error.error : error;
  }
}

describe('arguments of the command line', () => {
  it('are a verb, what it works on, and switches in any place', () => {
    const argv = ['--data', '/d', 'exec', '--expected-version=7', 'CreatePerson', '--command-id', 'c'];
    expect(parseCliArguments(argv)).toEqual({
      verb: 'exec',
      positionals: ['CreatePerson'],
      data: '/d',
      commandId: 'c',
      expectedVersion: 7,
      mapping: null,
      dryRun: null,
      suggest: null,
      duplicates: null,
      refused: null,
      resume: null,
      nats: null,
      creds: null,
      ca: null,
      user: null,
      passwordFile: null,
      tokenFile: null,
      nkeyFile: null,
      connection: null,
      begin: null,
      join: null,
      fill: null,
      reason: null,
      help: false,
    });
  });

  it('may be none at all', () => {
    expect(parseCliArguments([])).toMatchObject({ verb: null, positionals: [], data: null, help: false });
    expect(parseCliArguments(['-h'])).toMatchObject({ verb: null, help: true });
  });

  it.each([
    [['query', '--nonsense'], 'nonsense'],
    [['exec', '--data'], '--data'],
    [['exec', '--expected-version', 'latest'], '"latest"'],
    [['exec', '--expected-version=-1'], '"-1"'],
    [['exec', '--help=yes'], '--help'],
  ])('refuse %j and say why', (argv, word) => {
    expect(refusal(argv)).toMatchObject({
      code: 'arguments-invalid',
      kind: 'wrong-use',
      message: expect.stringContaining(word) as string,
    });
  });

  it.each(['', '  '])('refuse %j as a data folder: it would be the one that one stands in', (data) => {
    expect(refusal(['query', 'persons.list', '--data', data])).toMatchObject({ code: 'arguments-invalid' });
  });
});
