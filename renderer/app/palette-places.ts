import { Cable, FileInput, GitCompareArrows, ScrollText, Settings, Users, Wrench } from 'lucide-react';
import { MOD_KEY } from '../ui/hooks/use-hotkeys.ts';
import type { PaletteEntry } from './palette-entry.ts';

const PLACES = [
  { id: 'persons', to: '/persons', icon: Users, title: 'Persons' },
  {
    id: 'import',
    to: '/import',
    icon: FileInput,
    title: 'Import',
    also: 'file csv json table mapping load',
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
  },
  {
    id: 'link',
    to: '/link',
    icon: Cable,
    title: 'Link',
    also: 'nats server connection online offline sync outbox waiting',
  },
  {
    id: 'maintenance',
    to: '/maintenance',
    icon: Wrench,
    title: 'Maintenance',
    also: 'views rebuild verify check backup export jobs work',
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

export type Navigate = (to: { readonly to: (typeof PLACES)[number]['to'] }) => unknown;

/** The pages of the console. */
export function places(navigate: Navigate): readonly PaletteEntry[] {
  return PLACES.map(({ to, ...place }) => ({ group: 'Go to', ...place, run: () => void navigate({ to }) }));
}
