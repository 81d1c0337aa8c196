import { afterEach, describe, expect, it, vi } from 'vitest';
import { startVirtualDisplay, windowNeeds, withDisplay } from './display.mjs';
import { SetupError } from './report.mjs';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A server of one line of Node's. @param {string} script */
const server = (script, patienceMs = 30_000) => ({
  command: process.execPath,
  args: ['-e', script],
  patienceMs,
});

const STAYS = 'setInterval(() => {}, 1000);';

describe('startVirtualDisplay', () => {
  it('names the display that the server reports, and ends the server with it', async () => {
    const display = await startVirtualDisplay(
      server(`require('fs').writeSync(3, process.pid + '\\n');${STAYS}`),
    );
    const pid = Number(display.name.slice(1));
    expect(display.env).toEqual({ DISPLAY: `:${pid}` });
    display.stop();
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow('ESRCH'));
  });

  it('does not wait for ever for a server that never reports', async () => {
    const started = startVirtualDisplay(server(STAYS, 50));
    await expect(started).rejects.toThrow(SetupError);
    await expect(started).rejects.toThrow('named no display within 0.05 s');
  });

  it('shows what a server said that ends at once', async () => {
    const started = startVirtualDisplay(server("process.stderr.write('no room'); process.exitCode = 1"));
    await expect(started).rejects.toThrow('ended at once:\nno room');
  });

  it('says which program is missing', async () => {
    const started = startVirtualDisplay({ command: 'no-such-server', args: [], patienceMs: 30_000 });
    await expect(started).rejects.toThrow('no-such-server could not be started');
  });
});

describe("the user's own screen", () => {
  it('is used where there is one: nothing is started, and no package for that is asked for', async () => {
    vi.stubEnv('DISPLAY', ':0');
    expect(windowNeeds()).toEqual(['window']);
    expect(await withDisplay((env) => Promise.resolve(env))).toEqual({});
  });
});
