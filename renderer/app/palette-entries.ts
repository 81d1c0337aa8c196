import {
  FolderOpen,
  Keyboard,
  type LucideIcon,
  Moon,
  Plus,
  Sun,
  SunMoon,
  User,
  UserRound,
  Users,
} from 'lucide-react';
import type { PersonRow } from '../../domain/contract/views.ts';
import type { FormSearch } from '../features/persons/forms/form-address.ts';
import type { Preferences } from '../state/preferences.ts';
import { statusWord } from '../ui/status-words.ts';
import type { Panel } from './panels.ts';

export interface PaletteEntry {
  readonly id: string;
  readonly group: 'Go to' | 'Do' | 'Persons';
  readonly icon: LucideIcon;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly shortcut?: string | undefined;
  readonly run: () => void;
}

export interface PaletteTools {
  readonly navigate: (to: { readonly to: '/persons' }) => unknown;
  readonly openForm: (form: FormSearch) => void;
  readonly change: (changes: Partial<Preferences>) => void;
  readonly onOpen: (panel: Panel) => void;
}

export function paletteActions({
  navigate,
  openForm,
  change,
  onOpen,
}: PaletteTools): readonly PaletteEntry[] {
  const go = { group: 'Go to' } as const;
  const act = { group: 'Do' } as const;
  return [
    { ...go, id: 'persons', icon: Users, title: 'Persons', run: () => void navigate({ to: '/persons' }) },
    { ...go, id: 'about', icon: FolderOpen, title: 'About this console', run: () => onOpen('about') },
    {
      ...go,
      id: 'keys',
      icon: Keyboard,
      title: 'Keyboard shortcuts',
      shortcut: '?',
      run: () => onOpen('shortcuts'),
    },
    {
      ...act,
      id: 'create',
      icon: Plus,
      title: 'Create person',
      shortcut: 'C',
      run: () => openForm({ form: 'create' }),
    },
    { ...act, id: 'operator', icon: User, title: 'Change operator', run: () => onOpen('operator') },
    { ...act, id: 'light', icon: Sun, title: 'Theme: light', run: () => change({ theme: 'light' }) },
    { ...act, id: 'dark', icon: Moon, title: 'Theme: dark', run: () => change({ theme: 'dark' }) },
    {
      ...act,
      id: 'system',
      icon: SunMoon,
      title: 'Theme: as the system',
      run: () => change({ theme: 'system' }),
    },
  ];
}

/** Entries in which every typed word begins a word. */
export function matching(entries: readonly PaletteEntry[], text: string): readonly PaletteEntry[] {
  const wanted = text.toLowerCase().split(/\s+/u).filter(Boolean);
  const begins = (title: string, part: string) =>
    title
      .toLowerCase()
      .split(/[\s:]+/u)
      .some((word) => word.startsWith(part));
  return entries.filter((entry) => wanted.every((part) => begins(entry.title, part)));
}

export function personEntries(
  rows: readonly PersonRow[],
  open: (personId: string) => void,
): readonly PaletteEntry[] {
  return rows.map((row) => ({
    id: row.personId,
    group: 'Persons',
    icon: UserRound,
    title: row.displayName,
    detail: [statusWord(row.status), row.role, row.employer, row.primaryEmail].filter(Boolean).join(' · '),
    run: () => open(row.personId),
  }));
}
