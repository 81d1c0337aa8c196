import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import type { StoredEvent } from '../../domain/kernel/event.ts';
import { type Change, readSource } from './edits.ts';

const FOLDER = 'domain/testing/fixtures';
const MANIFEST = `${FOLDER}/manifest.json`;

export interface Fixture {
  /** As it was written in its time: this part never changes. */
  readonly stored: StoredEvent;
  /** What it is read as today: this part follows today's schema. */
  readonly today: StoredEvent;
}

export function fixturePath(type: string, version: number): string {
  return `${FOLDER}/events/${type}.v${version}.json`;
}

function text(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export function fixtureChange(path: string, fixture: Fixture): Change {
  return { path, content: text(fixture) };
}

/** All fixtures that are read as a type today, by path. */
export function fixturesOf(root: string, type: string): ReadonlyMap<string, Fixture> {
  const paths = globSync(`${FOLDER}/*/*.json`, { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  const all = paths.sort().map((path) => [path, JSON.parse(readSource(root, path)) as Fixture] as const);
  return new Map(all.filter(([, fixture]) => fixture.today.type === type));
}

function digest(content: string): string {
  return createHash('sha256')
    .update(JSON.stringify(JSON.parse(content)))
    .digest('hex');
}

/** The manifest as it must be once the changes are made, or with what lies there now. */
export function manifestChange(root: string, changes: readonly Change[] = []): Change {
  const contents = new Map(
    globSync(`${FOLDER}/*/*.json`, { cwd: root })
      .map((path) => path.replaceAll('\\', '/'))
      .map((path) => [path, readSource(root, path)]),
  );
  for (const { path, content } of changes) {
    if (path.startsWith(`${FOLDER}/`)) contents.set(path, content);
  }
  const entries = [...contents].map(([path, content]) => [path.slice(FOLDER.length + 1), digest(content)]);
  return { path: MANIFEST, content: text(Object.fromEntries(entries.sort())) };
}
