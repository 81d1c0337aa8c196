import { type ComponentProps, type KeyboardEvent, useState } from 'react';
import { classNames } from '../class-names.ts';
import { Dialog } from '../dialog.tsx';
import { useAfterClose } from '../hooks/use-after-close.ts';
import { Kbd } from '../kbd.tsx';
import { Picker, type PickerEntry } from '../picker.tsx';
import { ChosenText } from './chosen-text.tsx';
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
        <ChosenText>{chosen}</ChosenText>
      </button>
      <Dialog
        open={text !== null}
        onClose={close}
        onClosed={closed}
        placement="top"
        title={title}
        titleHidden
      >
        <Found
          label={title}
          placeholder={placeholder}
          text={text ?? ''}
          onText={setText}
          find={find}
          none={none}
          onPick={({ id }) => {
            choose(() => onPick(id));
            close();
          }}
        />
      </Dialog>
    </>
  );
}

interface FoundProps
  extends Pick<ComponentProps<typeof Picker>, 'label' | 'placeholder' | 'text' | 'onText' | 'onPick'>,
    Pick<PickerButtonProps, 'find' | 'none'> {}

/** Looked for while the list is open, and not before. */
function Found({ find, none, ...props }: FoundProps) {
  const { text } = props;
  return <Picker {...props} entries={find(text)} none={none(text)} hint={<Kbd>Esc</Kbd>} />;
}
