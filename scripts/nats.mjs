// `npm run nats`: a NATS server on this machine for trying sync out, with JetStream and a websocket. Its data is kept in
// the folder `nats` beside the usual data folder, or in --store DIR. Runs on the machine's own Node.

import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDebian } from './setup/ensure-debian.mjs';
import { exitWith, say } from './setup/report.mjs';

const { values } = parseArgs({
  options: { store: { type: 'string' }, port: { type: 'string', default: '9222' } },
});

function usualFolder() {
  const data = process.env.XDG_DATA_HOME;
  return join(
    data !== undefined && data.startsWith('/') ? data : join(homedir(), '.local', 'share'),
    'person-console',
    'nats',
  );
}

async function main() {
  await ensureDebian(['test']);
  const folder = values.store ?? usualFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const config = join(folder, 'nats.conf');
  writeFileSync(
    config,
    `listen: "127.0.0.1:-1"
jetstream { store_dir: ${JSON.stringify(join(folder, 'jetstream'))} }
websocket { listen: "127.0.0.1:${values.port}", no_tls: true }
`,
  );
  say(`NATS listens on ws://127.0.0.1:${values.port}; its data is in ${folder}. Ctrl-C ends it.`);
  const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin` };
  const server = spawn('nats-server', ['-c', config], { stdio: ['ignore', 'ignore', 'inherit'], env });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.on(signal, () => server.kill('SIGTERM'));
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    server.once('error', (error) => {
      say(`nats-server cannot be started: ${error.message}`);
      resolve(1);
    });
    server.once('exit', (code) => resolve(code ?? 0));
  });
  return ended;
}

await exitWith(main);
