import { cpSync } from 'node:fs';
import { type DataFolder, dataFolderAt } from '../store/data-folder.ts';
import { tempFolder } from './temp-folder.ts';

/** A copy of a folder that no engine has open, for a test to spoil. */
export function copiedFolder(from: string): DataFolder {
  const folder = dataFolderAt(tempFolder());
  cpSync(from, folder.path, { recursive: true });
  return folder;
}
