import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useBuilding } from '../../bridge/building.ts';
import { call } from '../../bridge/client.ts';
import { infoQuery } from '../../bridge/console-queries.ts';
import { useFoundPersons } from '../../bridge/found-persons.ts';
import { useNotices } from '../../state/notices.ts';
import { timeZoneOf, usePreferences } from '../../state/preferences.ts';
import { noneYet } from '../../ui/building-words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { asConsoleError, failureWords } from '../../ui/error-words.ts';
import { absoluteTime } from '../../ui/format/time.ts';
import { useAfterClose } from '../../ui/hooks/use-after-close.ts';
import { useDebounced } from '../../ui/hooks/use-debounced.ts';
import { useNow } from '../../ui/hooks/use-now.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Picker } from '../../ui/picker.tsx';
import { type LogSearch, without } from './log-search.ts';
import { type FilterEntry, filterEntries, type Jump, jumpEntries } from './picker-entries.ts';
import { namesQuery } from './queries.ts';
import { useLogNavigation } from './use-log-navigation.ts';

const PAUSE_MS = 100;

export interface LogPickerProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Narrows the log down: everything it can be asked by, found by typing. */
export function FilterPicker({ open, onClose, search }: LogPickerProps & { readonly search: LogSearch }) {
  const go = useLogNavigation();
  const [choose, closed] = useAfterClose();
  const pick = ({ change }: FilterEntry) => {
    choose(() => go.to(change));
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      onClosed={closed}
      placement="top"
      title="Filter the log"
      titleHidden
    >
      <FilterBody search={search} onPick={pick} />
    </Dialog>
  );
}

interface FilterBodyProps {
  readonly search: LogSearch;
  readonly onPick: (entry: FilterEntry) => void;
}

function FilterBody({ search, onPick }: FilterBodyProps) {
  const [text, setText] = useState('');
  const settled = useDebounced(text.trim(), PAUSE_MS);
  const timeZone = usePreferences(timeZoneOf);
  const now = useNow();
  const names = useQuery(namesQuery);
  const building = useBuilding('persons.search');
  const { persons, looking, error } = useFoundPersons(text.trim(), settled);
  const choices = { text, search, names: names.data, persons, now, format: { timeZone } };
  return (
    <Picker
      label="Filter by"
      placeholder="A type, person, actor, time or id"
      text={text}
      onText={setText}
      entries={filterEntries(choices)}
      looking={looking || names.isPending}
      failure={
        failureWords('What the log holds cannot be listed', names.error) ??
        failureWords('Persons cannot be searched', error)
      }
      onPick={onPick}
      none={noneYet(`No type, person, actor, time or id is called “${text}”`, building)}
      hint={<Kbd>Esc</Kbd>}
    />
  );
}

type Land = (change: (search: LogSearch) => LogSearch) => void;

const begin = (old: LogSearch, at: number): LogSearch => ({ ...without(old, 'at', 'event'), at });

/** A time is a position: that of the first event recorded then or later. Says so where there is none. */
async function land(jump: Jump, to: Land, nothing: (time: string) => void): Promise<void> {
  if (jump === 'newest') return to((old) => without(old, 'at', 'order', 'event'));
  if (jump === 'oldest') return to((old) => ({ ...without(old, 'at', 'event'), order: 'oldest' }));
  if ('position' in jump) return to((old) => begin(old, jump.position));
  const { position } = await call('log.position', { time: jump.time });
  if (position === null) return nothing(jump.time);
  to((old) => begin(old, position));
}

/** Goes to a place in the log: a position or a time. */
export function JumpPicker({ open, onClose }: LogPickerProps) {
  const go = useLogNavigation();
  const show = useNotices((notices) => notices.show);
  const timeZone = usePreferences(timeZoneOf);
  const [choose, closed] = useAfterClose();
  const nothing = (time: string) =>
    show({ tone: 'info', title: `Nothing has been recorded since ${absoluteTime(time, { timeZone })}` });
  const failed = (thrown: unknown) => {
    const { message, code } = asConsoleError(thrown);
    show({ tone: 'danger', title: 'The place could not be found', detail: message, code });
  };
  const pick = (jump: Jump) => {
    choose(() => void land(jump, go.to, nothing).catch(failed));
    onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} onClosed={closed} placement="top" title="Go to" titleHidden>
      <JumpBody onPick={pick} />
    </Dialog>
  );
}

function JumpBody({ onPick }: { readonly onPick: (jump: Jump) => void }) {
  const [text, setText] = useState('');
  const timeZone = usePreferences(timeZoneOf);
  const now = useNow();
  const head = useQuery(infoQuery).data?.events ?? 0;
  return (
    <Picker
      label="Go to a position or time"
      placeholder="A position, 2026-11-14 09:41, 09:41, 15 min ago"
      text={text}
      onText={setText}
      entries={jumpEntries(text, { now, format: { timeZone }, head })}
      onPick={({ jump }) => onPick(jump)}
      none={`“${text}” is neither a position nor a time such as 14 Nov 2026, 09:41 or 2 h ago`}
      hint={<Kbd>Esc</Kbd>}
    />
  );
}
