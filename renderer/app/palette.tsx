import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useOpenForm } from '../features/persons/forms/use-open-form.ts';
import { quickSearchQuery } from '../features/persons/queries.ts';
import { usePreferences } from '../state/preferences.ts';
import { classNames } from '../ui/class-names.ts';
import { moveCursor } from '../ui/data-table/cursor.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useDebounced } from '../ui/hooks/use-debounced.ts';
import { Kbd } from '../ui/kbd.tsx';
import { matching, type PaletteEntry, paletteActions, personEntries } from './palette-entries.ts';
import styles from './palette.module.css';
import type { Panel, PanelProps } from './panels.ts';

const PAUSE_MS = 100;
const PAGE = 8;
/** Letters, Home and End belong to the text. */
const MOVING: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp']);

export function Palette({ open, onClose, onOpen }: PanelProps & { readonly onOpen: (panel: Panel) => void }) {
  return (
    <Dialog open={open} onClose={onClose} placement="top" title="Palette" titleHidden>
      <PaletteBody onClose={onClose} onOpen={onOpen} />
    </Dialog>
  );
}

interface BodyProps {
  readonly onClose: () => void;
  readonly onOpen: (panel: Panel) => void;
}

function useEntries(text: string, onOpen: (panel: Panel) => void): readonly PaletteEntry[] {
  const navigate = useNavigate();
  const openForm = useOpenForm();
  const { change } = usePreferences();
  const settled = useDebounced(text.trim(), PAUSE_MS);
  const found = useQuery(quickSearchQuery(settled));
  const toPerson = (personId: string) => void navigate({ to: '/persons/$personId', params: { personId } });
  const actions = paletteActions({ navigate, openForm, change, onOpen });
  const persons = settled === '' ? [] : personEntries(found.data?.rows ?? [], toPerson);
  return [...matching(actions, text), ...persons];
}

function PaletteBody({ onClose, onOpen }: BodyProps) {
  const [text, setText] = useState('');
  const [cursor, setCursor] = useState(0);
  const id = useId();
  const entries = useEntries(text, onOpen);
  const at = Math.min(cursor, Math.max(0, entries.length - 1));
  const run = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      return run(entries[at]);
    }
    const target = MOVING.has(event.key) ? moveCursor(event.key, at, entries.length, PAGE) : undefined;
    if (target === undefined) return;
    event.preventDefault();
    setCursor(target);
    document.getElementById(`${id}-${target}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <div className={styles['search']}>
        <Search aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-label="Go to, find or do"
          aria-controls={`${id}-list`}
          aria-activedescendant={entries.length === 0 ? undefined : `${id}-${at}`}
          placeholder="Go to, find a person, or do something"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setCursor(0);
          }}
          onKeyDown={press}
        />
        <Kbd>Esc</Kbd>
      </div>
      <EntryList id={id} entries={entries} at={at} text={text} onRun={run} />
    </>
  );
}

interface EntryListProps {
  readonly id: string;
  readonly entries: readonly PaletteEntry[];
  readonly at: number;
  readonly text: string;
  readonly onRun: (entry: PaletteEntry) => void;
}

function EntryList({ id, entries, at, text, onRun }: EntryListProps) {
  if (entries.length === 0) return <p className={styles['none']}>{`Nothing matches “${text}”`}</p>;
  return (
    <div role="listbox" id={`${id}-list`} aria-label="Matches" className={styles['list']}>
      {entries.map((entry, index) => (
        <div key={entry.id} role="presentation">
          {entry.group === entries[index - 1]?.group ? null : (
            <div className={styles['group']} role="presentation">
              {entry.group}
            </div>
          )}
          <div
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={classNames(styles['entry'], index === at && styles['active'])}
            onClick={() => onRun(entry)}
          >
            <entry.icon aria-hidden />
            <bdi className={styles['title']}>{entry.title}</bdi>
            <bdi className={styles['detail']}>{entry.detail}</bdi>
            {entry.shortcut === undefined ? null : <Kbd>{entry.shortcut}</Kbd>}
          </div>
        </div>
      ))}
    </div>
  );
}
