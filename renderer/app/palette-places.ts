import { Cable, FileInput, GitCompareArrows, ScrollText, Settings, Users, Wrench } from 'lucide-react';
import { MOD_KEY } from '../ui/hooks/use-hotkeys.ts';
import { lastSearch } from './last-search.ts';
import type { PaletteEntry } from './palette-entry.ts';

/**
 * Each has a letter of its name that no page uses for something else: P pauses the log, C creates a person, M assigns a
 * location.
 */
export const PLACES = [
  {
    id: 'persons',
    to: '/persons',
    icon: Users,
    title: 'Persons',
    shortcut: 'E',
  },
  {
    id: 'import',
    to: '/import',
    icon: FileInput,
    title: 'Import',
    also: 'file csv json table mapping load',
    shortcut: 'I',
  },
  {
    id: 'log',
    to: '/log',
    icon: ScrollText,
    title: 'Event log',
    also: 'history audit events',
    shortcut: 'L',
  },
  {
    id: 'conflicts',
    to: '/conflicts',
    icon: GitCompareArrows,
    title: 'Conflicts',
    also: 'rebase mine theirs decide merge sync',
    shortcut: 'O',
  },
  {
    id: 'link',
    to: '/link',
    icon: Cable,
    title: 'Link',
    also: 'nats server connection online offline sync outbox waiting',
    shortcut: 'N',
  },
  {
    id: 'maintenance',
    to: '/maintenance',
    icon: Wrench,
    title: 'Maintenance',
    also: 'views rebuild verify check backup export jobs work',
    shortcut: 'T',
  },
  {
    id: 'settings',
    to: '/settings',
    icon: Settings,
    title: 'Settings',
    also: 'preferences options theme zone zoom size folder',
    shortcut: `${MOD_KEY}+,`,
  },
] as const;

export type Navigate = (way: {
  readonly to: (typeof PLACES)[number]['to'];
  readonly search: Readonly<Record<string, unknown>>;
}) => unknown;

/** The pages of the console. */
export function places(navigate: Navigate): readonly PaletteEntry[] {
  return PLACES.map(({ to, ...place }) => ({
    group: 'Go to',
    ...place,
    run: () => void navigate({ to, search: lastSearch(to) }),
  }));
}
