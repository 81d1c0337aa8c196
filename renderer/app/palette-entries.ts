import {
  Bookmark,
  Compass,
  FolderOpen,
  Keyboard,
  Plus,
  SlidersHorizontal,
  User,
  UserRound,
} from 'lucide-react';
import type { PersonDetail, PersonRow } from '../../domain/contract/views.ts';
import type { FormSearch } from '../features/persons/forms/form-address.ts';
import { personActions } from '../features/persons/person-actions.ts';
import { personOf } from '../features/persons/person-model.ts';
import { type Display, displayChanges } from '../state/display-choices.ts';
import type { Panel } from '../state/panel.ts';
import type { Preferences } from '../state/preferences.ts';
import type { SavedFilter, SavedPanel } from '../state/saved-filters.ts';
import type { PaletteEntry } from './palette-entry.ts';
import { type Navigate, places } from './palette-places.ts';
import { statusWord } from '../ui/status-words.ts';

export interface PaletteTools {
  readonly navigate: Navigate;
  readonly openForm: (form: FormSearch) => void;
  readonly change: (changes: Partial<Preferences>) => void;
  readonly onOpen: (panel: Panel) => void;
  readonly startTour: () => void;
}

function panels({ onOpen, startTour }: PaletteTools): readonly PaletteEntry[] {
  const go = { group: 'Go to' } as const;
  return [
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
      ...go,
      id: 'tour',
      icon: Compass,
      title: 'Guided tour',
      also: 'help introduction start learn',
      run: startTour,
    },
  ];
}

/** What can be done from everywhere. */
export function paletteActions(
  tools: PaletteTools,
  display: Display,
  work: readonly PaletteEntry[] = [],
): readonly PaletteEntry[] {
  const { openForm, change, onOpen } = tools;
  const act = { group: 'Do' } as const;
  return [
    ...places(tools.navigate),
    ...panels(tools),
    {
      ...act,
      id: 'create',
      icon: Plus,
      title: 'Create person',
      also: 'add new',
      shortcut: 'C',
      run: () => openForm({ form: 'create' }),
    },
    { ...act, id: 'operator', icon: User, title: 'Change operator', run: () => onOpen('operator') },
    ...work,
    ...displayChanges(display).map(({ title, changes, current }) => ({
      id: title,
      group: 'Display',
      icon: SlidersHorizontal,
      title,
      detail: current ? 'in use' : undefined,
      run: () => change(changes),
    })),
  ];
}

export interface SavedTools {
  readonly filters: readonly SavedFilter[];
  readonly apply: (filter: SavedFilter) => void;
  readonly open: (panel: SavedPanel) => void;
}

/** Every saved filter by its name, and what can be done with them. */
export function savedEntries({ filters, apply, open }: SavedTools): readonly PaletteEntry[] {
  const group = { group: 'Saved filters', icon: Bookmark } as const;
  return [
    ...filters.map((filter) => ({
      ...group,
      id: filter.id,
      title: filter.name,
      also: 'saved filter show',
      run: () => apply(filter),
    })),
    {
      ...group,
      id: 'save-filters',
      title: 'Save what the persons list shows',
      also: 'filter name keep',
      run: () => open('save'),
    },
    ...(filters.length === 0
      ? []
      : [
          {
            ...group,
            id: 'manage-filters',
            title: 'Rename or delete saved filters',
            also: 'remove',
            run: () => open('manage'),
          },
        ]),
  ];
}

/** What can be done to the person in sight. */
export function personActionEntries(
  detail: PersonDetail,
  openForm: PaletteTools['openForm'],
): readonly PaletteEntry[] {
  const { personId, displayName } = detail;
  return personActions(personOf(detail)).map(({ form, title, icon, also, shortcut }) => ({
    id: form,
    group: displayName,
    icon,
    title,
    also,
    shortcut,
    run: () => openForm({ form, person: personId }),
  }));
}

/** Entries in which every typed word begins a word: those that are called so before those that other words are known for. */
export function matching(entries: readonly PaletteEntry[], text: string): readonly PaletteEntry[] {
  const wanted = text.toLowerCase().split(/\s+/u).filter(Boolean);
  const hasAll = (words: string) => {
    const parts = words.toLowerCase().split(/[\s:]+/u);
    return wanted.every((part) => parts.some((word) => word.startsWith(part)));
  };
  const called = entries.filter(({ title }) => hasAll(title));
  const known = entries.filter(({ title, also = '' }) => !hasAll(title) && hasAll(`${title} ${also}`));
  return [...called, ...known];
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
