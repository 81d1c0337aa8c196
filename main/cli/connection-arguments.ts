import { resolve } from 'node:path';
import type { Authentication, WayIn } from '../../domain/contract/connections.ts';
import { type Permission, permissionSchema } from '../../domain/contract/link.ts';
import { type ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import type { CliArguments } from './arguments.ts';

/** For usages: each names a file, as what stands on a command line is seen by everybody. */
export const CONNECTION_USAGE =
  '[--nats URL] [--creds FILE] [--user NAME] [--password-file FILE] [--token-file FILE] [--nkey-file FILE] [--ca FILE]';

/** What says which way the link goes. */
const WAY = {
  connection: '--connection',
  nats: '--nats',
  creds: '--creds',
  user: '--user',
  passwordFile: '--password-file',
  tokenFile: '--token-file',
  nkeyFile: '--nkey-file',
  ca: '--ca',
} as const;

type WayOption = keyof typeof WAY;
const WAY_OPTIONS = Object.keys(WAY) as WayOption[];

/** What the operator agrees to on the command line. */
export function permissionsIn(given: CliArguments): Permission[] {
  return permissionSchema.options.filter((name) => given[name] === true);
}

function wrongUse(message: string): ConsoleFailure {
  return failure('wrong-use', 'arguments-invalid', message);
}

type Way = Pick<CliArguments, 'creds' | 'user' | 'passwordFile' | 'tokenFile' | 'nkeyFile'>;

function checkWays({ creds, user, passwordFile, tokenFile, nkeyFile }: Way): void {
  const given = [creds, tokenFile, nkeyFile, user ?? passwordFile].filter((each) => each !== null);
  if (given.length > 1)
    throw wrongUse('Name one of --creds, --token-file, --nkey-file, or --user with --password-file.');
  if ((user === null) !== (passwordFile === null))
    throw wrongUse('--user and --password-file belong together: give both.');
}

function authenticationIn(way: Way): Authentication {
  checkWays(way);
  const { creds, user, passwordFile, tokenFile, nkeyFile } = way;
  if (user !== null && passwordFile !== null) return { kind: 'user', user, file: resolve(passwordFile) };
  if (creds !== null) return { kind: 'creds', file: resolve(creds) };
  if (tokenFile !== null) return { kind: 'token', file: resolve(tokenFile) };
  return nkeyFile === null ? { kind: 'none' } : { kind: 'nkey', file: resolve(nkeyFile) };
}

/** Null where no server is named. */
export function connectionIn(given: CliArguments): WayIn | null {
  const { nats, ca } = given;
  const authentication = authenticationIn(given);
  if (nats !== null)
    return {
      servers: nats.split(','),
      authentication,
      authority: null,
      caFile: ca === null ? null : resolve(ca),
    };
  if (authentication.kind === 'none' && ca === null) return null;
  throw wrongUse('Credentials and --ca belong to a server: name it with --nats URL.');
}

/** An empty path would be the folder one stands in, an empty name nobody: mostly a variable that was not set. */
function refuseEmpty(given: CliArguments): void {
  const empty = WAY_OPTIONS.find((name) => given[name]?.trim() === '');
  if (empty !== undefined)
    throw wrongUse(`${WAY[empty]} is empty. Give it a value, or leave it out: is a variable not set?`);
}

/** A connection brings servers and credentials of its own: others beside it would be passed over. */
function refuseTwoWays(given: CliArguments): void {
  const beside = WAY_OPTIONS.find((name) => name !== 'connection' && given[name] !== null);
  if (given.connection === null || beside === undefined) return;
  throw wrongUse(
    `A connection knows its ${WAY[beside]} itself. Name a connection by --connection, or a server by --nats with its credentials.`,
  );
}

/** What an action has a use for. */
export type Takes = 'nothing' | 'way' | 'way-and-permissions';

function refuseUseless(action: string, given: CliArguments, takes: Takes): void {
  const ways = WAY_OPTIONS.filter((name) => given[name] !== null).map((name) => WAY[name]);
  const permissions = permissionsIn(given).map((name) => `--${name}`);
  const useless = [
    ...(takes === 'nothing' ? ways : []),
    ...(takes === 'way-and-permissions' ? [] : permissions),
  ];
  if (useless.length > 0) throw wrongUse(`${action} has no use for ${useless.join(', ')}. Leave it out.`);
}

/** Refuses what contradicts itself, lacks its other half or would be passed over, before anything is opened. */
export function checkLinkOptions(action: string, given: CliArguments, takes: Takes): void {
  refuseUseless(action, given, takes);
  refuseEmpty(given);
  refuseTwoWays(given);
  connectionIn(given);
}
