import { resolve } from 'node:path';
import { type Connection, type Permission, permissionSchema } from '../../domain/contract/link.ts';
import { failure } from '../../domain/contract/errors.ts';
import type { CliArguments } from './arguments.ts';

/** What the operator agrees to on the command line. */
export function permissionsIn(given: CliArguments): Permission[] {
  return permissionSchema.options.filter((name) => given[name] === true);
}

/** Null where no server is named. */
export function connectionIn({ nats, creds, ca }: CliArguments): Connection | null {
  const file = (path: string | null) => (path === null ? null : resolve(path));
  if (nats !== null) return { servers: nats.split(','), credentialsFile: file(creds), caFile: file(ca) };
  if (creds === null && ca === null) return null;
  throw failure(
    'wrong-use',
    'arguments-invalid',
    '--creds and --ca belong to a server: name it with --nats URL',
  );
}
