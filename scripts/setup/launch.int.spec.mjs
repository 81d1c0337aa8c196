import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { launchConsole } from './launch.mjs';
import { ROOT } from './paths.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'launch-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/**
 * Launches a script of the shell in Electron's place. It finds where it may write in $NOTE.
 * @param {string} script
 * @param {Partial<import('./launch.mjs').Launch>} [launch]
 */
function launch(script, launch = {}) {
  const executablePath = join(folder, 'electron');
  writeFileSync(executablePath, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const env = { NOTE: note(), ...launch.env };
  return launchConsole({ executablePath, args: [], quiet: false, ...launch, env });
}

const note = () => join(folder, 'note');

describe('launchConsole', () => {
  it('opens the application in the repository with the arguments it was given', async () => {
    await launch('echo "$PWD $*" > "$NOTE"', { args: ['--data', '/srv/some persons'] });
    expect(readFileSync(note(), 'utf8')).toBe(
      `${ROOT}${process.getuid?.() === 0 ? ' --no-sandbox' : ''} . --data /srv/some persons\n`,
    );
  });

  it('never starts Electron as plain Node', async () => {
    await launch('echo "[$ELECTRON_RUN_AS_NODE]" > "$NOTE"', { env: { ELECTRON_RUN_AS_NODE: '1' } });
    expect(readFileSync(note(), 'utf8')).toBe('[]\n');
  });

  it('answers the exit code, in the manner of a shell where a signal ended it', async () => {
    expect(await launch('exit 7')).toBe(7);
    expect(await launch('kill -TERM $$')).toBe(143);
  });

  it('fails where there is nothing to start', async () => {
    const nothing = { executablePath: join(folder, 'missing'), args: [], env: {}, quiet: false };
    await expect(launchConsole(nothing)).rejects.toThrow('ENOENT');
  });

  it('leaves out what Chromium says of a missing desktop where it is asked to, and nothing else', async () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const script = ['[1:ERROR:bus.cc(407)] no bus', 'A fault', ''].map((line) => `echo '${line}' >&2`);
    await launch(script.join('\n'), { quiet: true });
    await vi.waitFor(() => expect(written.mock.calls.map(([text]) => text)).toEqual(['A fault\n']));
  });

  it('asks the console to close when it is told to end, and listens no longer afterwards', async () => {
    const before = process.listenerCount('SIGHUP');
    const ended = launch('trap "exit 9" HUP; touch "$NOTE"; while :; do sleep 0.05; done');
    await vi.waitFor(() => expect(existsSync(note())).toBe(true));
    process.emit('SIGHUP', 'SIGHUP');
    expect(await ended).toBe(9);
    expect(process.listenerCount('SIGHUP')).toBe(before);
  });
});
