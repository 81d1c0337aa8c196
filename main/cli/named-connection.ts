import type { Connections } from '../../domain/contract/connection-procedures.ts';
import type { ConnectionRow } from '../../domain/contract/connections.ts';
import { failure } from '../../domain/contract/errors.ts';
import type { LinkStatus } from '../../domain/contract/link.ts';
import type { CliArguments } from './arguments.ts';
import { answerOf } from './ask.ts';
import { connectionIn, permissionsIn } from './connection-arguments.ts';
import type { Session } from './session-port.ts';

/** The connection that --connection names; null where it is left out. */
export async function connectionNamed(engine: Session, given: CliArguments): Promise<ConnectionRow | null> {
  const { connection: name } = given;
  if (name === null) return null;
  const { rows } = await answerOf<Connections>(engine, 'connections.list', {});
  const found = rows.find((row) => row.name === name);
  if (found !== undefined) return found;
  const known = rows.map((row) => row.name).join(', ');
  const message = `No connection is called ${name}. There are: ${known === '' ? 'none' : known}.`;
  throw failure('wrong-use', 'connection-unknown', message);
}

/** Wants the link over the connection that the arguments say, or over the one that the folder has. */
export async function wanted(engine: Session, given: CliArguments): Promise<LinkStatus> {
  const allow = permissionsIn(given);
  const named = await connectionNamed(engine, given);
  if (named !== null) return answerOf<LinkStatus>(engine, 'connections.use', { id: named.id, allow });
  const connection = connectionIn(given);
  if (connection !== null) return answerOf<LinkStatus>(engine, 'link.use', { connection, allow });
  return answerOf<LinkStatus>(engine, 'link.online', { allow });
}
