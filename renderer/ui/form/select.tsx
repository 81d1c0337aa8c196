import { Popover } from 'radix-ui';
import {
  type ButtonHTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useId,
  useRef,
  useState,
} from 'react';
import { classNames } from '../class-names.ts';
import { moveCursor } from '../data-table/cursor.ts';
import { portalHome } from '../portal-home.ts';
import { ChosenText } from './chosen-text.tsx';
import { findByTyping, isTyping, nothingTyped, typeOn } from './find-by-typing.ts';
import { useInputProps } from './inputs.tsx';
import inputStyles from './inputs.module.css';
import { type SelectOption, SelectList } from './select-list.tsx';
import styles from './select.module.css';

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'value' | 'onChange' | 'children'>;

export interface SelectProps extends ButtonProps {
  readonly options: readonly SelectOption[];
  readonly value: string;
  /** Told of another value only. */
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

interface Opened {
  readonly button: HTMLButtonElement;
  /** The option that Enter chooses. */
  readonly at: number;
}

const PAGE = 8;
const OPENING: ReadonlySet<string> = new Set([' ', 'Enter', 'ArrowDown', 'ArrowUp']);
const MOVING: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']);
const CHOOSING: ReadonlySet<string> = new Set([' ', 'Enter', 'Tab']);

/** A dialog hides all that is outside of it: its lists belong inside. */
function homeOf(button: HTMLElement): HTMLElement {
  return button.closest<HTMLElement>('[role="dialog"], [role="alertdialog"]') ?? portalHome();
}

function stay(event: Event): void {
  event.preventDefault();
}

type Press = KeyboardEvent<HTMLButtonElement>;

/** Which option the list is at, whether it is open, and what the keys do. */
function useChoosing({ options, value, onChange }: Pick<SelectProps, 'options' | 'value' | 'onChange'>) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const typed = useRef(nothingTyped);
  const chosen = options.findIndex((option) => option.value === value);
  const at = Math.min(opened?.at ?? chosen, options.length - 1);
  const show = (button: HTMLButtonElement, index: number) => setOpened({ button, at: Math.max(0, index) });
  const close = () => setOpened(null);
  const choose = (index: number) => {
    close();
    const next = options[index]?.value;
    if (next !== undefined && next !== value) onChange(next);
  };
  const moved = (key: string) =>
    (MOVING.has(key) ? moveCursor(key, at, options.length, PAGE) : undefined) ?? at;

  const type = (event: Press) => {
    typed.current = typeOn(typed.current, event.key, event.timeStamp);
    const labels = options.map((option) => option.label);
    const found = findByTyping(labels, at, typed.current.text);
    if (found === undefined) return;
    // Where nothing is chosen yet, a choice may begin something: the first letter of its name does not do it at once.
    if (opened === null && value !== '') choose(found);
    else show(event.currentTarget, found);
  };
  /** True where the key was for the list. */
  const pressClosed = ({ key, currentTarget }: Press): boolean => {
    if (!OPENING.has(key) && !MOVING.has(key)) return false;
    show(currentTarget, OPENING.has(key) ? at : moved(key));
    return true;
  };
  const pressOpen = ({ key, altKey, currentTarget }: Press): boolean => {
    if (CHOOSING.has(key) || (altKey && key === 'ArrowUp')) choose(at);
    else if (!MOVING.has(key)) return false;
    else if (!altKey) show(currentTarget, moved(key));
    // The focus goes on to what comes next.
    return key !== 'Tab';
  };
  const press = (event: Press) => {
    if (event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const isLetter = event.key.length === 1 && !event.altKey;
    if (isLetter && (event.key !== ' ' || isTyping(typed.current, event.timeStamp))) {
      event.preventDefault();
      return type(event);
    }
    // A key that is held down opens it or chooses once.
    const isHeld = event.repeat && CHOOSING.has(event.key);
    const isTaken = isHeld || (opened === null ? pressClosed(event) : pressOpen(event));
    if (isTaken) event.preventDefault();
  };
  return { opened, chosen, at, show, close, choose, press };
}

/**
 * One of several. The focus stays on the button, and `aria-activedescendant` says where in the list the keyboard is. Esc
 * closes the list alone: Radix gives it to the topmost layer.
 */
export function Select({ options, value, onChange, onBlur, ref, ...rest }: SelectProps) {
  const list = useId();
  const { opened, chosen, at, show, close, choose, press } = useChoosing({ options, value, onChange });
  const label = options[chosen]?.label ?? value;
  const inList = opened === null ? {} : { 'aria-controls': list, 'aria-activedescendant': `${list}-${at}` };
  return (
    <Popover.Root open={opened !== null} onOpenChange={close}>
      <Popover.Anchor asChild>
        <button
          {...useInputProps()}
          {...rest}
          {...inList}
          ref={ref}
          type="button"
          role="combobox"
          aria-haspopup="listbox"
          aria-expanded={opened !== null}
          className={classNames(inputStyles['input'], styles['select'])}
          data-hint=""
          // A click comes from its label, too, which only moves the focus here.
          onMouseDown={(event) => {
            if (event.button !== 0) return;
            if (opened === null) show(event.currentTarget, chosen);
            else close();
          }}
          onKeyDown={press}
          onBlur={(event) => {
            close();
            onBlur?.(event);
          }}
        >
          <ChosenText>{label}</ChosenText>
        </button>
      </Popover.Anchor>
      {opened === null ? null : (
        <Floating button={opened.button}>
          <SelectList
            id={list}
            options={options}
            chosen={chosen}
            at={at}
            onPoint={(index) => show(opened.button, index)}
            onChoose={choose}
          />
        </Floating>
      )}
    </Popover.Root>
  );
}

/** Under its button, or above where there is no room, and as wide at least. */
function Floating({
  button,
  children,
}: {
  readonly button: HTMLButtonElement;
  readonly children: ReactNode;
}) {
  return (
    <Popover.Portal container={homeOf(button)}>
      <Popover.Content
        role="presentation"
        className={styles['frame']}
        align="start"
        sideOffset={4}
        collisionPadding={8}
        hideWhenDetached
        onOpenAutoFocus={stay}
        onCloseAutoFocus={stay}
        // The button closes it by itself.
        onInteractOutside={(event) => {
          if (event.target instanceof Node && button.contains(event.target)) stay(event);
        }}
      >
        {children}
      </Popover.Content>
    </Popover.Portal>
  );
}
