import { setTimeout as wait } from 'node:timers/promises';
import type { WayIn } from '../../domain/contract/connections.ts';
import type { LinkStatus, Permission } from '../../domain/contract/link.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import { type ConsoleEngine, createConsoleEngine } from '../../main/boot/compose.ts';

/** The call goes past the schema that would fill in what is usual. */
export function wayTo(url: string): WayIn {
  return { servers: [url], authentication: { kind: 'none' }, authority: null, caFile: null };
}

/** The link tells of itself four times a second at most; who measures it has to ask. */
const ASK_MS = 5;

export async function linkUntil(
  engine: ConsoleEngine,
  isSo: (status: LinkStatus) => boolean,
): Promise<LinkStatus> {
  for (;;) {
    const status = (await engine.call('link.status', {})) as LinkStatus;
    if (isSo(status)) return status;
    if (status.state === 'refused') throw new Error(status.error?.message ?? 'refused');
    await wait(ASK_MS);
  }
}

export function isDone({ state, waiting }: LinkStatus): boolean {
  return state === 'live' && waiting.commits === 0;
}

/** An engine whose link is live and that has nothing to send. */
export async function openLinked(
  folder: string,
  url: string,
  permission: Permission,
  onPush: (push: Push) => void = () => undefined,
): Promise<ConsoleEngine> {
  const engine = createConsoleEngine({
    dataFolder: folder,
    runtime: 'bench',
    productVersion: 'bench',
    defaultActor: 'user:bench',
    onPush,
  });
  await engine.call('link.use', { connection: wayTo(url), allow: [permission] });
  await linkUntil(engine, isDone);
  return engine;
}
