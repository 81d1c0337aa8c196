import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { tempFolder } from '../../testing/temp-folder.ts';

/** A real nats-server of this test alone: JetStream, a websocket, free ports of the loopback. Ends with the test. */
export interface TestServer {
  /** The websocket's address; the same after a restart. */
  readonly url: string;
  /** As a power cut would end it. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** Stopped, it keeps its connections and says nothing. */
  readonly signal: (name: 'SIGSTOP' | 'SIGCONT') => void;
  /** Takes other lines of configuration while it runs, as an administrator reloads it. */
  readonly reload: (config: string) => void;
  /** A copy of what is on its disk; the server has to be down. */
  readonly copyData: () => string;
  /** Puts an older copy in the place of its data; the server has to be down. */
  readonly putBack: (copy: string) => void;
  readonly wipe: () => void;
}

export interface TestServerOptions {
  /** Lines of its configuration besides the usual ones. */
  readonly config?: string | undefined;
  /** Files of a certificate and its key: the websocket is encrypted. */
  readonly tls?: { readonly cert: string; readonly key: string };
}

interface Written {
  readonly nats: readonly string[];
  readonly websocket?: readonly string[];
}

interface Ports {
  readonly nats: number;
  readonly ws: number;
}

const START_MS = 20_000;
const LOOK_MS = 20;

/** Debian puts it where not every user looks. */
const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };

function portOf(addresses: readonly string[] | undefined): number {
  const port = /:(\d+)$/u.exec(addresses?.[0] ?? '')?.[1];
  if (port === undefined) throw new Error('nats-server has no such port');
  return Number(port);
}

function portsIn({ nats, websocket }: Written): Ports {
  return { nats: portOf(nats), ws: portOf(websocket) };
}

/** The server says which ports it took in a file of its own. */
async function portsOf(folder: string, child: ChildProcess): Promise<Ports> {
  const file = join(folder, `nats-server_${child.pid}.ports`);
  for (const end = Date.now() + START_MS; Date.now() < end; ) {
    if (child.exitCode !== null) throw new Error(`nats-server ended with ${child.exitCode}`);
    if (existsSync(file)) {
      const text = readFileSync(file, 'utf8');
      if (text.trimEnd().endsWith('}')) return portsIn(JSON.parse(text) as Written);
    }
    await wait(LOOK_MS);
  }
  throw new Error('nats-server did not say its ports');
}

/** `-1`: whichever is free. */
function configOf(store: string, ports: Ports, { config = '', tls }: TestServerOptions): string {
  const encryption =
    tls === undefined
      ? 'no_tls: true'
      : `tls { cert_file: ${JSON.stringify(tls.cert)}, key_file: ${JSON.stringify(tls.key)} }`;
  return `listen: 127.0.0.1:${ports.nats}
jetstream { store_dir: ${JSON.stringify(store)}, max_file_store: 2GB, max_memory_store: 64MB }
websocket { listen: "127.0.0.1:${ports.ws}", ${encryption} }
${config}
`;
}

function dataIn(store: string): Pick<TestServer, 'copyData' | 'putBack' | 'wipe'> {
  const wipe = (): void => rmSync(store, { recursive: true, force: true });
  return {
    copyData: () => {
      const copy = tempFolder();
      cpSync(store, copy, { recursive: true });
      return copy;
    },
    putBack: (copy) => {
      wipe();
      cpSync(copy, store, { recursive: true });
    },
    wipe,
  };
}

export async function startNatsServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = tempFolder();
  const store = join(folder, 'js');
  let ports = { nats: -1, ws: -1 };
  let child: ChildProcess | null = null;

  const kill = async (): Promise<void> => {
    const running = child;
    child = null;
    if (running === null || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGKILL');
    await ended;
  };
  const file = join(folder, 'nats.conf');
  /** Those that it was started with: a reload must not name others. */
  let given = ports;
  const configure = (config = options.config): void =>
    writeFileSync(file, configOf(store, given, { ...options, config }));
  const start = async (): Promise<void> => {
    given = ports;
    configure();
    const started = spawn('nats-server', ['-c', file, '--ports_file_dir', folder], { stdio: 'ignore', env });
    child = started;
    ports = await portsOf(folder, started);
  };
  onTestFinished(kill);
  await start();
  return {
    url: `${options.tls === undefined ? 'ws' : 'wss'}://127.0.0.1:${ports.ws}`,
    kill,
    start,
    signal: (name) => void child?.kill(name),
    reload: (lines) => {
      configure(lines);
      child?.kill('SIGHUP');
    },
    ...dataIn(store),
  };
}
