import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { failure } from '../../../domain/contract/errors.ts';
import { type ImportMapping, importMappingSchema } from '../../../domain/contract/import-mapping.ts';
import { tellingDiskFull } from '../../store/disk-full.ts';
import { makeFolder } from '../../store/make-folder.ts';
import { replaceFile } from '../../store/replace-file.ts';

const ENDING = '.json';

function nameTaken(name: string): Error {
  const message = `There is a saved mapping ${JSON.stringify(name)} already. Choose another name.`;
  return failure('rejected', 'mapping-name-taken', message);
}

/** Saved mappings, a file each, which the command line reads as well. */
export class MappingFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** By name. A file that is no mapping of this version is left out. */
  all(): readonly ImportMapping[] {
    return this.#names()
      .flatMap((name) => this.#read(join(this.#folder, name)) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name));
  }

  /** Throws `mapping-unknown`. */
  get(name: string): ImportMapping {
    const found = this.#read(this.#fileOf(name));
    if (found !== null) return found;
    const message = `There is no saved mapping ${JSON.stringify(name)}. Look at the list again.`;
    throw failure('wrong-use', 'mapping-unknown', message);
  }

  save(mapping: ImportMapping): ImportMapping {
    const known = this.#read(this.#fileOf(mapping.name));
    return this.#write({ ...mapping, version: (known?.version ?? 0) + 1 });
  }

  /** The new name is there before the old one goes. Throws `mapping-unknown` and `mapping-name-taken`. */
  rename(name: string, newName: string): ImportMapping {
    const mapping = this.get(name);
    const isSameFile = this.#fileOf(name) === this.#fileOf(newName);
    if (!isSameFile && this.#read(this.#fileOf(newName)) !== null) throw nameTaken(newName);
    const renamed = this.#write({ ...mapping, name: newName });
    if (!isSameFile) rmSync(this.#fileOf(name), { force: true });
    return renamed;
  }

  /** Throws `mapping-unknown`. */
  remove(name: string): void {
    this.get(name);
    rmSync(this.#fileOf(name), { force: true });
  }

  #write(mapping: ImportMapping): ImportMapping {
    const file = this.#fileOf(mapping.name);
    tellingDiskFull(file, () => {
      makeFolder(this.#folder);
      replaceFile(file, `${JSON.stringify(mapping, null, 2)}\n`);
    });
    return mapping;
  }

  #names(): readonly string[] {
    try {
      return readdirSync(this.#folder).filter((name) => name.endsWith(ENDING));
    } catch {
      return [];
    }
  }

  #read(file: string): ImportMapping | null {
    try {
      return importMappingSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      return null;
    }
  }

  /** Not every disk tells capitals apart, and not every name can stand on every disk. */
  #fileOf(name: string): string {
    return join(this.#folder, `mapping-${encodeURIComponent(name.toLowerCase())}${ENDING}`);
  }
}
