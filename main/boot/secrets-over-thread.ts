import type { SecretHomes, Secrets } from '../../domain/ports/secrets.ts';
import { failure } from '../../domain/contract/errors.ts';
import { replyOf, type Report } from '../ipc/console-error.ts';
import type { Ask } from './thread-server.ts';
import type { OnAsk } from './worker-client.ts';

/** Between the engine's thread and the main process alone: no router knows these names. */
const NAMES = {
  read: 'secrets:read',
  keep: 'secrets:keep',
  forget: 'secrets:forget',
  where: 'secrets:where',
} as const;

interface Asked {
  readonly id: string;
  readonly secret: string;
}

/** The engine's side: the keyring is the main process's. */
export function secretsOverThread(ask: Ask): Secrets {
  return {
    read: (id) => ask(NAMES.read, { id }) as Promise<string | null>,
    keep: async (id, secret) => {
      await ask(NAMES.keep, { id, secret });
    },
    forget: async (id) => {
      await ask(NAMES.forget, { id });
    },
    where: () => ask(NAMES.where, {}) as Promise<SecretHomes>,
  };
}

function answer(secrets: Secrets, name: string, { id, secret }: Asked): Promise<unknown> {
  switch (name) {
    case NAMES.read:
      return secrets.read(id);
    case NAMES.keep:
      return secrets.keep(id, secret);
    case NAMES.forget:
      return secrets.forget(id);
    case NAMES.where:
      return secrets.where();
    default:
      throw failure('bug', 'procedure-not-served', `Nothing here answers ${name}.`);
  }
}

/** The main process's side. */
export function answerSecrets(secrets: Secrets, report: Report): OnAsk {
  return (name, input) =>
    replyOf(
      () => answer(secrets, name, input as Asked),
      (thrown) => report(name, thrown),
    );
}
