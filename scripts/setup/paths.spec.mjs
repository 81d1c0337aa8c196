import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callerFolder, dataFrom } from './paths.mjs';

describe('paths that a caller writes', () => {
  it('are meant from where npm was called for this script, and from where one stands otherwise', () => {
    const env = { npm_lifecycle_event: 'start', INIT_CWD: tmpdir() };
    expect(callerFolder('start', env)).toBe(tmpdir());
    // `npm test` starts the console, too, and its own folder is not meant then.
    expect(callerFolder('start', { ...env, npm_lifecycle_event: 'test' })).toBe(process.cwd());
    expect(callerFolder('start', { ...env, INIT_CWD: join(tmpdir(), 'gone', 'since') })).toBe(process.cwd());
    expect(callerFolder('start', {})).toBe(process.cwd());
  });

  it('stay the same where they are read elsewhere, and so does what is no path', () => {
    expect(dataFrom('/home/ada', ['--demo', '--data', 'data', '--data=./other', '--data', '/srv'])).toEqual([
      '--demo',
      '--data',
      '/home/ada/data',
      '--data=/home/ada/other',
      '--data',
      '/srv',
    ]);
    expect(dataFrom('/home/ada', ['--data', '', '--data=', '--data', '--demo', '--data'])).toEqual([
      '--data',
      '',
      '--data=',
      '--data',
      '--demo',
      '--data',
    ]);
  });
});
