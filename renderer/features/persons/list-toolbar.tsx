import { useQuery } from '@tanstack/react-query';
import { CircleAlert, ListFilter, Plus, Search, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { PersonStatus } from '../../../domain/contract/views.ts';
import { useBuilding } from '../../bridge/building.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { type Segment, Segments } from '../../ui/segments.tsx';
import { statusWord } from '../../ui/status-words.ts';
import { readAgain, unreadWords } from '../../ui/unread.tsx';
import styles from './list-toolbar.module.css';
import { countsQuery } from './queries.ts';
import { followText, searchOf } from './typed-search.ts';

const SEARCH_PAUSE_MS = 120;
const statuses: readonly PersonStatus[] = ['active', 'suspended', 'archived', 'deceased', 'merged'];

export interface SearchBoxProps {
  readonly text: string;
  readonly onSearch: (text: string) => void;
  /** ↓ goes on to the rows. */
  readonly onLeave: () => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** What is typed, reported once it stands still. */
function useTyped(text: string, onSearch: (text: string) => void) {
  const [kept, setKept] = useState(() => searchOf(text));
  const search = followText(kept, text);
  if (search !== kept) setKept(search);
  const { typed } = search;
  const report = useEffectEvent(() => {
    if (typed.trim() === text) return;
    setKept((last) => ({ ...last, reported: typed.trim() }));
    onSearch(typed);
  });
  useEffect(() => {
    const timer = setTimeout(() => report(), SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const type = (next: string) => setKept((last) => ({ ...last, typed: next }));
  return [typed, type] as const;
}

export function SearchBox({ text, onSearch, onLeave, inputRef }: SearchBoxProps) {
  const [typed, setTyped] = useTyped(text, onSearch);
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && typed !== '') return setTyped('');
    if (!['ArrowDown', 'Enter', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    onLeave();
  };
  return (
    <div className={styles['search']} data-search-box="">
      <Search aria-hidden />
      <input
        ref={inputRef}
        type="text"
        role="searchbox"
        dir="auto"
        aria-label="Search persons"
        placeholder="Name, e-mail, phone, employer, skill, tag"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={press}
      />
      {typed === '' ? (
        <Kbd>/</Kbd>
      ) : (
        <IconButton size="small" icon={X} label="Clear search" onClick={() => setTyped('')} />
      )}
    </div>
  );
}

export interface StatusFilterProps {
  readonly status: PersonStatus | undefined;
  /** How many there are of each; off while the list shows but some of them. */
  readonly counted: boolean;
  readonly onChange: (status: PersonStatus | undefined) => void;
}

export function StatusFilter({ status, counted, onChange }: StatusFilterProps) {
  const query = useQuery(countsQuery);
  const isCounted = useBuilding('persons.counts') === null && counted;
  const counts = isCounted ? query.data?.persons : undefined;
  const unread = isCounted ? unreadWords('How many there are of each', query) : null;
  const total =
    counts === undefined ? undefined : Object.values(counts).reduce((sum, count) => sum + count, 0);
  const segments: readonly Segment<PersonStatus | 'all'>[] = [
    { value: 'all', label: 'All', count: total },
    ...statuses.map((value) => ({
      value,
      label: statusWord(value),
      count: counts === undefined ? undefined : (counts[value] ?? 0),
    })),
  ];
  return (
    <>
      <Segments
        label="Filter by status"
        segments={segments}
        value={status ?? 'all'}
        onChange={(value) => onChange(value === 'all' ? undefined : value)}
      />
      {unread === null ? null : (
        <IconButton
          size="small"
          icon={CircleAlert}
          className={styles['unread']}
          label={`${unread} Try again`}
          onClick={() => readAgain(query)}
        />
      )}
    </>
  );
}

interface FilterButtonProps {
  readonly onClick: () => void;
  readonly ref: RefObject<HTMLButtonElement | null>;
}

export function FilterButton({ onClick, ref }: FilterButtonProps) {
  return <IconButton ref={ref} icon={ListFilter} label="Filter" shortcut="F" onClick={onClick} />;
}

export function CreateButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button variant="primary" icon={Plus} shortcut="C" onClick={onClick}>
      Create person
    </Button>
  );
}
