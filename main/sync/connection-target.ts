import { readFileSync } from 'node:fs';
import { failure } from '../../domain/contract/errors.ts';
import type { Connection } from '../../domain/contract/link.ts';
import type { NatsTarget } from './nats/connect.ts';

function textOf(file: string | null, what: string): string | null {
  if (file === null) return null;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw failure('wrong-use', 'link-file-unreadable', `${file} cannot be read. Choose the ${what} again.`, {
      file,
    });
  }
}

/** How a server is reached, with its files as they are now. Throws `link-file-unreadable`. */
export function targetOf({ servers, credentialsFile, caFile }: Connection, name: string): NatsTarget {
  const creds = textOf(credentialsFile, 'credentials file');
  const ca = textOf(caFile, 'certificate');
  const credentials = creds === null ? ({ kind: 'none' } as const) : ({ kind: 'creds', creds } as const);
  return { servers, credentials, ca, name };
}
