import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { authoritySchema, secretFault } from '../../domain/contract/connections.ts';
import { type ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import type { ProcedureInput, ProcedureOutput } from '../../domain/contract/procedures.ts';
import type { Secrets } from '../../domain/ports/secrets.ts';
import { memorySecrets } from '../sync/memory-secrets.ts';

const MAX_BYTES = 64 * 1024;

function unfit(name: string, why: string): ConsoleFailure {
  return failure('wrong-use', 'connection-file-unfit', `${name} cannot be used. ${why}.`, { name });
}

function textOf(path: string): string {
  const name = basename(path);
  try {
    if (statSync(path).size <= MAX_BYTES) return readFileSync(path, 'utf8');
  } catch {
    throw unfit(name, 'It cannot be read');
  }
  throw unfit(name, 'It is too large for credentials or certificates');
}

export interface ConnectionFiles {
  readonly choose: (
    input: ProcedureInput<'connections.choose-file'>,
  ) => Promise<ProcedureOutput<'connections.choose-file'>>;
  /** `secrets`, and the content of files that were chosen, by their tickets. */
  readonly withChosen: (secrets: Secrets) => Secrets;
}

/**
 * Files that the operator chooses for a connection. What a credentials file holds stays in this process: the page has a ticket
 * for it. A certificate is no secret.
 */
export function connectionFiles(
  openFile: (asked: { readonly title: string }) => Promise<string | null>,
): ConnectionFiles {
  const chosen = memorySecrets();
  const credentials = async (path: string) => {
    const text = textOf(path);
    const fault = secretFault('creds', text);
    if (fault !== null) throw unfit(basename(path), fault);
    const ticket = randomUUID();
    await chosen.keep(ticket, text);
    return { name: basename(path), ticket, text: null };
  };
  const authority = (path: string) => {
    const parsed = authoritySchema.safeParse(textOf(path));
    if (!parsed.success)
      throw unfit(basename(path), parsed.error.issues[0]?.message ?? 'It is no certificate');
    return { name: basename(path), ticket: null, text: parsed.data };
  };
  return {
    choose: async ({ what }) => {
      const title =
        what === 'credentials' ? 'Choose a credentials file' : 'Choose the certificate of an authority';
      const path = await openFile({ title });
      if (path === null) return { file: null };
      return { file: what === 'credentials' ? await credentials(path) : authority(path) };
    },
    withChosen: (secrets) => ({
      ...secrets,
      read: async (id) => (await chosen.read(id)) ?? secrets.read(id),
    }),
  };
}
