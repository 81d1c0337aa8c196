import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type ConsoleFailure, failure } from '../../domain/contract/errors.ts';

const OTHERS = 0o077;

/** A service manager's own folder (systemd's `LoadCredential=`) is guarded by it, whatever its mode says. */
function isGuarded(file: string): boolean {
  const folder = process.env['CREDENTIALS_DIRECTORY'];
  return process.platform === 'win32' || (folder !== undefined && dirname(file) === folder);
}

function refuseReadableByOthers(handle: number, file: string): void {
  if (isGuarded(file) || (fstatSync(handle).mode & OTHERS) === 0) return;
  const message = `${file} can be read by other users of this computer, so it is not used. Make it yours alone: chmod 600 ${JSON.stringify(file)}`;
  throw failure('rejected', 'secret-file-open', message, { file });
}

function unreadable(file: string, why: string): ConsoleFailure {
  const message = `${file} ${why}. Name the file with the secret again.`;
  return failure('wrong-use', 'link-file-unreadable', message, { file });
}

function opened(file: string): number {
  try {
    return openSync(file, 'r');
  } catch {
    throw unreadable(file, 'cannot be read');
  }
}

/** Nobody signs in with nothing: the server would only say that it does not accept it. */
function refuseEmpty(secret: string, file: string): string {
  if (secret.trim() !== '') return secret;
  const message = `${file} is empty. Write the secret into it, or name another file.`;
  throw failure('wrong-use', 'secret-file-empty', message, { file });
}

/** A secret that an administrator keeps in a file. Rejects one that others can read. The line feed at its end is an editor's. */
export function readSecretFile(file: string): string {
  const handle = opened(file);
  try {
    if (fstatSync(handle).isDirectory()) throw unreadable(file, 'is a folder');
    refuseReadableByOthers(handle, file);
    return refuseEmpty(readFileSync(handle, 'utf8').replace(/\r?\n$/u, ''), file);
  } finally {
    closeSync(handle);
  }
}
