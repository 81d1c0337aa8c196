import { connectionSchema } from '../../domain/contract/link.ts';
import { z } from 'zod';
import type { Store } from '../store/sqlite/open-store.ts';
import { readSetting, writeSetting } from '../store/sqlite/settings.ts';
import { translating } from '../store/sqlite/sqlite-errors.ts';
import type { LinkSettings } from '../sync/link.ts';

const schema = z.object({ connection: connectionSchema.nullable(), wanted: z.boolean() });
const NONE = { connection: null, wanted: false };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** The link of a data folder, kept beside its log. What cannot be read counts as none: nobody is sent anything then. */
export function linkSettings({ logDb, folder }: Store): LinkSettings {
  return {
    read: () => schema.safeParse(parsed(readSetting(logDb, 'link') ?? '')).data ?? NONE,
    write: (settings) => translating(folder.log, () => writeSetting(logDb, 'link', JSON.stringify(settings))),
  };
}
