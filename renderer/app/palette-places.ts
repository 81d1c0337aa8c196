import { FileInput, ScrollText, Settings, Users, Wrench } from 'lucide-react';
import { MOD_KEY } from '../ui/hooks/use-hotkeys.ts';
import type { PaletteEntry } from './palette-entry.ts';

export type Navigate = (to: {
  readonly to: '/persons' | '/import' | '/log' | '/maintenance' | '/settings';
}) => unknown;

/** The pages of the console. */
export function places(navigate: Navigate): readonly PaletteEntry[] {
  const go = { group: 'Go to' } as const;
  return [
    { ...go, id: 'persons', icon: Users, title: 'Persons', run: () => void navigate({ to: '/persons' }) },
    {
      ...go,
      id: 'import',
      icon: FileInput,
      title: 'Import',
      also: 'file csv json table mapping load',
      run: () => void navigate({ to: '/import' }),
    },
    {
      ...go,
      id: 'log',
      icon: ScrollText,
      title: 'Event log',
      also: 'history audit events',
      shortcut: 'L',
      run: () => void navigate({ to: '/log' }),
    },
    {
      ...go,
      id: 'maintenance',
      icon: Wrench,
      title: 'Maintenance',
      also: 'views rebuild verify check backup export jobs work',
      run: () => void navigate({ to: '/maintenance' }),
    },
    {
      ...go,
      id: 'settings',
      icon: Settings,
      title: 'Settings',
      also: 'preferences options theme zone zoom size folder',
      shortcut: `${MOD_KEY}+,`,
      run: () => void navigate({ to: '/settings' }),
    },
  ];
}
