import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file as it shall be afterwards. Paths are relative to the repository. */
export interface Change {
  readonly path: string;
  readonly content: string;
}

/** Something that whoever runs the generator can mend: shown without a stack. */
export class GenError extends Error {}

export function readSource(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Replaces the one place that a pattern finds. Throws where the file no longer looks as it did. */
export function replaceOnce(source: string, pattern: RegExp, replacement: string, path: string): string {
  const found = source.match(new RegExp(pattern, `${pattern.flags.replace('g', '')}g`)) ?? [];
  if (found.length !== 1) {
    throw new GenError(
      `${path} has ${found.length} places like ${pattern.source}, not one: it was rearranged. Adapt scripts/gen/ to it.`,
    );
  }
  return source.replace(pattern, () => replacement);
}

/** Adds an import below those that are there. */
export function withImport(source: string, line: string): string {
  const last = [...source.matchAll(/^(?:import|\} from) .*;$/gm)].at(-1);
  const end = last === undefined ? 0 : last.index + last[0].length + 1;
  return `${source.slice(0, end)}${line}\n${source.slice(end)}`;
}

/** Adds a line before the end of the object literal that begins with `opening`. */
export function withEntry(source: string, opening: RegExp, entry: string, path: string): string {
  const object = new RegExp(`${opening.source}[\\s\\S]*?\\n\\}(?=;| as const;)`);
  const [whole = ''] = object.exec(source) ?? [];
  return replaceOnce(source, object, `${whole.slice(0, -1)}${entry}\n}`, path);
}
