import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { classNames } from '../class-names.ts';
import { moveCursor } from '../data-table/cursor.ts';
import { useFieldIds } from './field.tsx';
import { TextInput } from './inputs.tsx';
import styles from './search-input.module.css';

export interface SearchEntry {
  readonly id: string;
  readonly title: string;
  readonly detail?: string | undefined;
}

export interface SearchInputProps {
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly entries: readonly SearchEntry[];
  /** Said where nothing is found; empty while nothing has been typed. */
  readonly none: string;
  /** An answer is on its way. */
  readonly looking?: boolean | undefined;
  /** Why there is no answer, in words. */
  readonly failure?: string | undefined;
  readonly onPick: (entry: SearchEntry) => void;
  readonly onBlur?: (() => void) | undefined;
  /** Takes the focus when it appears. */
  readonly focused?: boolean | undefined;
}

const PAGE = 5;
const MOVING: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp']);

/** One of many in a form, found by typing. The focus stays in the text; Enter takes the marked one. */
export function SearchInput(props: SearchInputProps) {
  const { placeholder, text, onText, entries, onPick, onBlur, focused = false } = props;
  const { input } = useFieldIds();
  const [moved, setMoved] = useState<string | undefined>();
  const own = useRef<HTMLInputElement>(null);
  const at = Math.max(
    0,
    entries.findIndex((entry) => entry.id === moved),
  );
  useEffect(() => {
    if (focused) own.current?.focus();
  }, [focused]);
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const entry = entries[at];
    // A text that has found nobody yet is no answer that could be sent.
    if (event.key === 'Enter' && text.trim() !== '') {
      event.preventDefault();
      if (entry !== undefined) onPick(entry);
      return;
    }
    const target = MOVING.has(event.key) ? moveCursor(event.key, at, entries.length, PAGE) : undefined;
    if (target === undefined) return;
    event.preventDefault();
    setMoved(entries[target]?.id);
  };
  return (
    <div>
      <TextInput
        ref={own}
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls={`${input}-list`}
        aria-activedescendant={entries.length === 0 ? undefined : `${input}-option-${at}`}
        placeholder={placeholder}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          setMoved(undefined);
        }}
        onKeyDown={press}
        onBlur={onBlur}
      />
      <Matches {...props} id={`${input}-list`} optionId={`${input}-option`} at={at} />
    </div>
  );
}

interface MatchesProps extends SearchInputProps {
  readonly id: string;
  readonly optionId: string;
  readonly at: number;
}

function Matches({ id, optionId, entries, at, none, looking, failure, onPick }: MatchesProps) {
  if (failure !== undefined) {
    return (
      <p role="alert" className={styles['failure']}>
        {failure}
      </p>
    );
  }
  if (entries.length === 0) {
    const said = looking === true ? 'Looking…' : none;
    return (
      <p role="status" className={said === '' ? 'visually-hidden' : styles['none']}>
        {said}
      </p>
    );
  }
  return (
    <div role="listbox" id={id} aria-label="Matches" className={styles['list']}>
      {entries.map((entry, index) => (
        <div
          key={entry.id}
          id={`${optionId}-${index}`}
          role="option"
          aria-selected={index === at}
          className={classNames(styles['entry'], index === at && styles['active'])}
          // A press would take the focus from the text before the click arrives.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(entry)}
        >
          <bdi className={styles['title']}>{entry.title}</bdi>
          <bdi className={styles['detail']}>{entry.detail}</bdi>
        </div>
      ))}
    </div>
  );
}
