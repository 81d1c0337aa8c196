import { CircleAlert, type LucideIcon, Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { classNames } from './class-names.ts';
import { moveCursor } from './data-table/cursor.ts';
import { Kbd } from './kbd.tsx';
import styles from './picker.module.css';

export interface PickerEntry {
  readonly id: string;
  /** Entries of a group stand together, under its name. */
  readonly group: string;
  readonly title: string;
  readonly icon?: LucideIcon | undefined;
  readonly detail?: string | undefined;
  readonly shortcut?: string | undefined;
  /** Shown and reached, so that its detail can say why, but not picked. */
  readonly disabled?: boolean | undefined;
}

export interface PickerProps<E extends PickerEntry> {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What matches the text, in the order shown. */
  readonly entries: readonly E[];
  readonly onPick: (entry: E) => void;
  /** Said where nothing matches. */
  readonly none: string;
  /** More may match: an answer is on its way. */
  readonly looking?: boolean | undefined;
  /** Why some of what would match is not there, in words. */
  readonly failure?: string | undefined;
  /** Details are sentences: they wrap beside a column of titles. */
  readonly described?: boolean | undefined;
  /** Stands behind the text. */
  readonly hint?: ReactNode;
}

const PAGE = 8;
/** Letters belong to the text, and so does a key that is held together with another: that one selects. */
const MOVING: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']);

function movesCursor(event: KeyboardEvent): boolean {
  return MOVING.has(event.key) && !(event.shiftKey || event.ctrlKey || event.metaKey || event.altKey);
}

/**
 * The entry that Enter picks: the one moved to, else the first that can be picked. It is kept by its id: others may
 * arrive above it.
 */
function useCursor(entries: readonly PickerEntry[]) {
  const [moved, setMoved] = useState<string | undefined>();
  const kept = entries.findIndex((entry) => entry.id === moved);
  const first = entries.findIndex((entry) => entry.disabled !== true);
  return [Math.max(0, kept === -1 ? first : kept), setMoved] as const;
}

/** One of many, found by typing or by arrow keys. The focus stays in the text. */
export function Picker<E extends PickerEntry>(props: PickerProps<E>) {
  const { label, placeholder, text, onText, entries, onPick, described = false, hint } = props;
  const [at, setCursor] = useCursor(entries);
  const id = useId();
  const pick = (entry: E | undefined) => {
    if (entry !== undefined && entry.disabled !== true) onPick(entry);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      return pick(entries[at]);
    }
    const target = movesCursor(event) ? moveCursor(event.key, at, entries.length, PAGE) : undefined;
    if (target === undefined) return;
    event.preventDefault();
    setCursor(entries[target]?.id);
    document.getElementById(`${id}-${target}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <div className={styles['search']}>
        <Search aria-hidden />
        <input
          data-autofocus=""
          role="combobox"
          aria-expanded={entries.length > 0}
          aria-label={label}
          aria-controls={`${id}-list`}
          aria-activedescendant={entries.length === 0 ? undefined : `${id}-${at}`}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={text}
          onChange={(event) => {
            onText(event.target.value);
            setCursor(undefined);
          }}
          onKeyDown={press}
        />
        {hint}
      </div>
      <Remark {...props} />
      {entries.length === 0 ? null : (
        <div role="listbox" id={`${id}-list`} aria-label="Matches" className={styles['list']}>
          {entries.map((entry, index) => (
            <div key={entry.id} role="presentation">
              {entry.group === entries[index - 1]?.group ? null : (
                <div className={styles['group']} role="presentation">
                  {entry.group}
                </div>
              )}
              <Option
                id={`${id}-${index}`}
                entry={entry}
                active={index === at}
                described={described}
                onPick={() => pick(entry)}
              />
            </div>
          ))}
        </div>
      )}
    </>
  );
}

/** What is said besides the entries, or instead of them. */
function Remark<E extends PickerEntry>({ entries, none, looking = false, failure }: PickerProps<E>) {
  if (failure !== undefined) {
    return (
      <p className={classNames(styles['remark'], styles['failure'])} role="alert">
        <CircleAlert aria-hidden />
        {failure}
      </p>
    );
  }
  if (entries.length > 0) return null;
  return (
    <p className={styles['remark']} role="status">
      {looking ? 'Looking…' : none}
    </p>
  );
}

interface OptionProps {
  readonly id: string;
  readonly entry: PickerEntry;
  readonly active: boolean;
  readonly described: boolean;
  readonly onPick: () => void;
}

function Option({ id, entry, active, described, onPick }: OptionProps) {
  const { icon: Icon, title, detail, shortcut, disabled } = entry;
  return (
    <div
      id={id}
      role="option"
      aria-selected={active}
      aria-disabled={disabled}
      className={classNames(styles['entry'], active && styles['active'], described && styles['described'])}
      onClick={onPick}
    >
      {Icon === undefined ? null : <Icon aria-hidden />}
      <bdi className={styles['title']}>{title}</bdi>
      <bdi className={styles['detail']}>{detail}</bdi>
      {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
    </div>
  );
}
