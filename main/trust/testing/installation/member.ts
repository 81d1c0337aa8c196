import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type LinkCounts, type LinkStatus, NO_COUNTS } from '../../../../domain/contract/link.ts';
import type { Outcome, Submission } from '../../../../domain/contract/commands.ts';
import { connectSocket, type SocketClient } from '../../../cli/socket-client.ts';
import { dataFolderAt } from '../../../store/data-folder.ts';
import { tempFolder } from '../../../testing/temp-folder.ts';
import { type Started, startScript } from '../start-process.ts';

const script = new URL('../../../boot/cli.ts', import.meta.url).pathname;
const PATIENCE_MS = 20_000;
const LOOK_MS = 20;

/** An engine without a window, in a process of its own that can be killed and started again. */
export class Member {
  readonly folder = tempFolder();
  /** Commands whose acceptance was answered. */
  readonly acknowledged: string[] = [];
  kills = 0;
  readonly #url: string;
  #counts = NO_COUNTS;
  #process: Started | null = null;
  #client: SocketClient | null = null;

  constructor(url: string) {
    this.#url = url;
  }

  get isRunning(): boolean {
    return this.#client !== null;
  }

  async start(...permissions: readonly string[]): Promise<void> {
    const { socket } = dataFolderAt(this.folder);
    this.#process = startScript(script, ['run', '--data', this.folder, '--nats', this.#url, ...permissions]);
    for (const end = Date.now() + PATIENCE_MS; ; ) {
      const client = existsSync(socket)
        ? await connectSocket(socket, 1000, PATIENCE_MS).catch(() => null)
        : null;
      if (client !== null) {
        this.#client = client;
        return;
      }
      if (Date.now() > end) throw new Error(`No engine answers on ${socket}`);
      await wait(LOOK_MS);
    }
  }

  async submit(submission: Submission & { readonly commandId: string }): Promise<void> {
    const reply = await this.#client?.call('commands.submit', submission);
    if (reply?.ok !== true) return;
    const { status, events } = reply.value as Outcome;
    if (status === 'accepted' && events.length > 0) this.acknowledged.push(submission.commandId);
  }

  async status(): Promise<LinkStatus | null> {
    const reply = await this.#client?.call('link.status', {});
    return reply?.ok === true ? (reply.value as LinkStatus) : null;
  }

  /** `link.offline` cuts it, `link.online` restores it. */
  async link(action: 'link.online' | 'link.offline'): Promise<void> {
    await this.#client?.call(action, {});
  }

  async kill(): Promise<void> {
    await this.#note();
    this.kills += 1;
    await this.#end('SIGKILL');
  }

  /** Asks it to end, as a service manager does. Answers its exit code. */
  async stop(): Promise<number | null> {
    await this.#note();
    return this.#end('SIGTERM');
  }

  /** Over all its processes, as far as they could tell before they ended. */
  async counts(): Promise<LinkCounts> {
    const now = (await this.status())?.counts ?? NO_COUNTS;
    return sum(this.#counts, now);
  }

  async #note(): Promise<void> {
    this.#counts = await this.counts();
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const running = this.#process;
    this.#client?.close();
    this.#client = null;
    this.#process = null;
    running?.kill(signal);
    return (await running?.end())?.code ?? null;
  }
}

export function sum(a: LinkCounts, b: LinkCounts): LinkCounts {
  const names = Object.keys(a) as (keyof LinkCounts)[];
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as LinkCounts;
}
