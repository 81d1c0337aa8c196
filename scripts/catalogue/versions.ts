import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Registry } from '../../domain/kernel/registry.ts';
import type { StoredEvent } from '../../domain/kernel/event.ts';

interface Fixture {
  readonly stored: StoredEvent;
  readonly today: StoredEvent;
}

/** `Type@version` of every event that was ever written, and the types that it is read as today. */
export type FormerEvents = ReadonlyMap<string, readonly string[]>;

/** What each step of the upcasters leads to, by the frozen fixtures: they go all the way to today. */
export function formerEvents(registry: Registry, fixtures: string): FormerEvents {
  const leads = new Map<string, Set<string>>();
  for (const name of globSync('*.json', { cwd: fixtures }).sort()) {
    const { stored, today } = JSON.parse(readFileSync(join(fixtures, name), 'utf8')) as Fixture;
    const key = `${stored.type}@${stored.schemaVersion}`;
    leads.set(key, (leads.get(key) ?? new Set()).add(today.type));
  }
  const keys = [...registry.contexts.values()].flatMap((context) => Object.keys(context.upcasters));
  return new Map(keys.sort().map((key) => [key, [...(leads.get(key) ?? [])].sort()]));
}

/** In words: `PersonCreated 1, 2, 3 and Created 2`. */
export function readsOf(type: string, former: FormerEvents): string {
  const versions = new Map<string, string[]>();
  for (const [key, types] of former) {
    const [name = '', version = ''] = key.split('@');
    if (types.includes(type)) versions.set(name, [...(versions.get(name) ?? []), version]);
  }
  return [...versions].map(([name, numbers]) => `\`${name}\` ${numbers.join(', ')}`).join('; ');
}
