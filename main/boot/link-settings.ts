import { z } from 'zod';
import { connectionSchema, hostOf, serverSchema } from '../../domain/contract/connections.ts';
import { filePathSchema } from '../../domain/contract/file-path.ts';
import type { Store } from '../store/sqlite/open-store.ts';
import { readSetting, writeSetting } from '../store/sqlite/settings.ts';
import { translating } from '../store/sqlite/sqlite-errors.ts';
import type { KeptLink, LinkSettings } from '../sync/connections.ts';

const schema = z.object({
  connections: z.array(connectionSchema),
  inUse: z.string().nullable(),
  wanted: z.boolean(),
});

/** As a data folder had it when it knew one connection, without a name. */
const formerSchema = z.object({
  connection: z
    .object({
      servers: z.array(serverSchema).min(1),
      credentialsFile: filePathSchema.nullable().default(null),
      caFile: filePathSchema.nullable().default(null),
    })
    .nullable(),
  wanted: z.boolean(),
});

const NONE: KeptLink = { connections: [], inUse: null, wanted: false };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function fromFormer({ connection, wanted }: z.output<typeof formerSchema>, id: string): KeptLink {
  if (connection === null) return { ...NONE, wanted };
  const { servers, credentialsFile: file, caFile } = connection;
  const named = {
    id,
    name: hostOf(servers[0] ?? ''),
    servers,
    authentication: file === null ? ({ kind: 'none' } as const) : ({ kind: 'creds', file } as const),
    authority: null,
    caFile,
    installation: null,
  };
  return { connections: [named], inUse: id, wanted };
}

/** The link of a data folder, kept beside its log. What cannot be read counts as none: nobody is sent anything then. */
export function linkSettings({ logDb, folder }: Store, newId: () => string): LinkSettings {
  return {
    read: () => {
      const kept = parsed(readSetting(logDb, 'link') ?? '');
      const former = formerSchema.safeParse(kept).data;
      return schema.safeParse(kept).data ?? (former === undefined ? NONE : fromFormer(former, newId()));
    },
    write: (settings) => translating(folder.log, () => writeSetting(logDb, 'link', JSON.stringify(settings))),
  };
}
