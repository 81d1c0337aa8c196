import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { realPathOf } from '../store/data-folder.ts';
import type { BootArguments } from './arguments.ts';

/** Absolute paths. `profile`: what Chromium keeps, window state and drafts included. */
export interface Places {
  readonly dataFolder: string;
  readonly profile: string;
}

/**
 * Every data folder has a profile of its own: the single-instance lock belongs to the profile, and drafts and
 * filters of one log mean nothing in another. Which folder it is does not depend on the links that lead there.
 * @param userData what the platform gives the application for a profile
 * @param usual the data folder where none is named, the command line's too
 */
export function placesOf(userData: string, usual: string, asked: BootArguments): Places {
  if (asked.demo) return { dataFolder: join(userData, 'demo'), profile: join(userData, 'profiles', 'demo') };
  const dataFolder = asked.data === null ? usual : resolve(asked.data);
  const real = realPathOf(dataFolder);
  if (real === realPathOf(usual)) return { dataFolder, profile: userData };
  const name = createHash('sha256').update(real).digest('hex').slice(0, 16);
  return { dataFolder, profile: join(userData, 'profiles', name) };
}
