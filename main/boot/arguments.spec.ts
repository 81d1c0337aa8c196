import { describe, expect, it } from 'vitest';
import { parseArguments } from './arguments.ts';

describe('arguments', () => {
  it.each([
    [[], { data: null, demo: false }],
    [['.', '--data', '/srv/persons'], { data: '/srv/persons', demo: false }],
    [['--no-sandbox', '.', '--data=/srv/persons', '--inspect=0'], { data: '/srv/persons', demo: false }],
    [['.', '--demo'], { data: null, demo: true }],
  ])('reads %j', (argv, value) => {
    expect(parseArguments(argv)).toEqual({ ok: true, value });
  });

  it.each([[['--data']], [['--data', '--demo']], [['--data=']]])(
    'asks for the folder where %j names none',
    (argv) => {
      expect(parseArguments(argv)).toEqual({
        ok: false,
        message: expect.stringContaining('--data DIR') as string,
      });
    },
  );

  it('refuses a data folder together with the sample data', () => {
    expect(parseArguments(['--demo', '--data', '/srv/persons'])).toMatchObject({ ok: false });
  });
});
