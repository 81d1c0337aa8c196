import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { classNames } from '../class-names.ts';
import { Dialog } from '../dialog.tsx';
import { useAfterClose } from '../hooks/use-after-close.ts';
import { Kbd } from '../kbd.tsx';
import { Picker, type PickerEntry } from '../picker.tsx';
import { useInputProps } from './inputs.tsx';
import inputStyles from './inputs.module.css';
import styles from './select.module.css';

export interface PickerButtonProps {
  /** What is chosen, in words. */
  readonly chosen: string;
  /** What is done in the list: "Choose a time zone". */
  readonly title: string;
  readonly placeholder: string;
  /** What answers to the text that was typed. */
  readonly find: (text: string) => readonly PickerEntry[];
  /** Said where nothing does. */
  readonly none: (text: string) => string;
  readonly onPick: (id: string) => void;
}

/** Keys that open the list of a choice. Letters do as well, and stand in its text then. */
const OPENING: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp']);

/** The first text of the list that a key opens; undefined where it opens none. */
function openedBy({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string | undefined {
  if (OPENING.has(key)) return '';
  const isLetter = key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
  return isLetter ? key : undefined;
}

/** One of hundreds: looks like a list of choices, and opens one that is searched by typing. */
export function PickerButton({ chosen, title, placeholder, find, none, onPick }: PickerButtonProps) {
  const [text, setText] = useState<string | null>(null);
  const [choose, closed] = useAfterClose();
  const close = () => setText(null);
  return (
    <>
      <button
        {...useInputProps()}
        type="button"
        role="combobox"
        aria-haspopup="dialog"
        aria-expanded={text !== null}
        className={classNames(inputStyles['input'], styles['select'])}
        data-hint=""
        onClick={() => setText('')}
        onKeyDown={(event) => {
          const first = openedBy(event);
          if (first === undefined) return;
          event.preventDefault();
          setText(first);
        }}
      >
        <span className={styles['text']}>
          <bdi>{chosen}</bdi>
        </span>
        <ChevronDown aria-hidden className={styles['chevron']} />
      </button>
      <Dialog
        open={text !== null}
        onClose={close}
        onClosed={closed}
        placement="top"
        title={title}
        titleHidden
      >
        <Picker
          label={title}
          placeholder={placeholder}
          text={text ?? ''}
          onText={setText}
          entries={find(text ?? '')}
          onPick={({ id }) => {
            choose(() => onPick(id));
            close();
          }}
          none={none(text ?? '')}
          hint={<Kbd>Esc</Kbd>}
        />
      </Dialog>
    </>
  );
}
