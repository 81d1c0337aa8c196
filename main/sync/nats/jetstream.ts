import type { JetStreamManager, NatsConnection } from 'nats.ws';
import { failure } from '../../../domain/contract/errors.ts';
import { asLinkFailure } from '../link-failures.ts';
import { connectNats, type NatsTarget } from './connect.ts';
import { deniedBy } from './permissions.ts';

export interface JetStreamConnection {
  readonly connection: NatsConnection;
  readonly manager: JetStreamManager;
}

function noJetStream(servers: readonly string[], error: unknown): Error {
  const why = error instanceof Error ? error.message : String(error);
  const message = `${servers.join(', ')} answers, but JetStream does not (${why}). It has to be switched on for this account.`;
  return failure('rejected', 'link-no-jetstream', message, { servers });
}

/** Rejects as `connectNats` does, and with `link-no-jetstream` or `link-forbidden`. */
export async function connectJetStream(target: NatsTarget): Promise<JetStreamConnection> {
  const connection = await connectNats(target);
  try {
    return { connection, manager: await connection.jetstreamManager() };
  } catch (error) {
    await connection.close();
    throw deniedBy(error) === null ? noJetStream(target.servers, error) : asLinkFailure(error);
  }
}
