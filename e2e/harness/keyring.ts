import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Environment } from './launch.ts';

/** A session bus of its own with an unlocked keyring, as a desktop has it. */
export interface Keyring {
  /** For consoles that are to find it. */
  readonly env: Environment;
  readonly end: () => Promise<void>;
}

const SCRIPT =
  'echo -n test | gnome-keyring-daemon --unlock --components=secrets >/dev/null && echo "$DBUS_SESSION_BUS_ADDRESS" && exec cat';

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The session bus ended with ${code}`)));
    if (child.stdout !== null) createInterface({ input: child.stdout }).once('line', resolve);
  });
}

/** `home`: where the keyring keeps its files. */
export async function startKeyring(home: string): Promise<Keyring> {
  const env = { HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home };
  const session = spawn('dbus-run-session', ['--', 'sh', '-c', SCRIPT], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const address = await firstLine(session);
  return {
    // Chromium looks for the secret service where the desktop is one that has it.
    env: { ...env, DBUS_SESSION_BUS_ADDRESS: address, XDG_CURRENT_DESKTOP: 'GNOME' },
    end: async () => {
      const ended = new Promise((resolve) => session.once('exit', resolve));
      session.stdin.end();
      await ended;
    },
  };
}
