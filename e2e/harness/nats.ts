import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** A real nats-server on free ports of the loopback. */
export interface Nats {
  readonly url: string;
  /** As a power cut would end it. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Debian puts it where not every user looks. */
const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };

/** Files of a server that is encrypted. */
export interface Tls {
  readonly cert: string;
  readonly key: string;
}

function configOf(folder: string, port: number, more: string, tls: Tls | null): string {
  const security =
    tls === null
      ? 'no_tls: true'
      : `tls { cert_file: ${JSON.stringify(tls.cert)}, key_file: ${JSON.stringify(tls.key)} }`;
  return `listen: "127.0.0.1:-1"
jetstream { store_dir: ${JSON.stringify(join(folder, 'js'))} }
websocket { listen: "127.0.0.1:${port}", ${security} }
${more}
`;
}

/** The server says which ports it took in a file of its own. */
async function websocketPort(file: string): Promise<number> {
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8').trimEnd().endsWith('}')).toBe(true);
  const { websocket } = JSON.parse(readFileSync(file, 'utf8')) as { websocket: [string] };
  return Number(/:(\d+)$/u.exec(websocket[0])?.[1]);
}

/** `more`: lines of its configuration besides the usual ones. */
export async function startNats(more = '', tls: Tls | null = null): Promise<Nats> {
  const folder = mkdtempSync(join(tmpdir(), 'person-console-nats-'));
  const config = join(folder, 'nats.conf');
  let port = -1;
  let child: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    writeFileSync(config, configOf(folder, port, more, tls));
    const started = spawn('nats-server', ['-c', config, '--ports_file_dir', folder], {
      stdio: 'ignore',
      env,
    });
    child = started;
    port = await websocketPort(join(folder, `nats-server_${started.pid}.ports`));
  };
  const kill = async (): Promise<void> => {
    const running = child;
    child = null;
    if (running === null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    url: `${tls === null ? 'ws' : 'wss'}://127.0.0.1:${port}`,
    kill,
    start,
    remove: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
