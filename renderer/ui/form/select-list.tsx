import { Check } from 'lucide-react';
import { memo, type MouseEvent, useEffect, useLayoutEffect, useRef } from 'react';
import styles from './select.module.css';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

export interface SelectListProps {
  readonly id: string;
  readonly options: readonly SelectOption[];
  readonly chosen: number;
  /** Where the keyboard is, or the pointer was last. */
  readonly at: number;
  readonly onPoint: (index: number) => void;
  readonly onChoose: (index: number) => void;
}

/**
 * By a step or two it comes to the edge, by a leap to the middle. Only the list is scrolled: `scrollIntoView` would move
 * what is around it, too.
 */
function reveal(list: HTMLElement, option: Element | null | undefined): void {
  if (!(option instanceof HTMLElement)) return;
  const { offsetTop, offsetHeight, offsetLeft: inset } = option;
  const room = list.clientHeight - offsetHeight;
  const nearest = Math.min(offsetTop - inset, Math.max(offsetTop - room + inset, list.scrollTop));
  const isLeap = Math.abs(nearest - list.scrollTop) > 2 * offsetHeight;
  list.scrollTop = isLeap ? offsetTop - room / 2 : nearest;
}

function indexUnder(event: MouseEvent): number | undefined {
  const option =
    event.target instanceof Element ? event.target.closest<HTMLElement>('[role="option"]') : null;
  return option === null ? undefined : Number(option.dataset['index']);
}

/** How much room there is turns out after it has been laid out: what is chosen is in sight in as much of it as there is. */
function useInSight(at: number) {
  const own = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const list = own.current;
    if (list !== null) reveal(list, list.children[at]);
  }, [at]);
  useEffect(() => {
    const list = own.current;
    if (list === null) return;
    const observer = new ResizeObserver(() => reveal(list, list.querySelector('[data-active]')));
    observer.observe(list);
    return () => observer.disconnect();
  }, []);
  return own;
}

export function SelectList({ id, options, chosen, at, onPoint, onChoose }: SelectListProps) {
  const own = useInSight(at);
  return (
    <div
      ref={own}
      role="listbox"
      id={id}
      aria-label="Choices"
      className={styles['list']}
      // A press would take the focus from the button.
      onMouseDown={(event) => event.preventDefault()}
      // What comes under a pointer that rests, since the list was scrolled, was not pointed at.
      onMouseMove={(event) => {
        const index = indexUnder(event);
        if (index !== undefined && index !== at) onPoint(index);
      }}
      // Not a click: the button may be held from the press that opened the list.
      onMouseUp={(event) => {
        const index = event.button === 0 ? indexUnder(event) : undefined;
        if (index !== undefined) onChoose(index);
      }}
    >
      {options.map(({ value, label }, index) => (
        <Option
          key={value}
          id={`${id}-${index}`}
          index={index}
          value={value}
          label={label}
          isChosen={index === chosen}
          isActive={index === at}
        />
      ))}
    </div>
  );
}

interface OptionProps extends SelectOption {
  readonly id: string;
  readonly index: number;
  readonly isChosen: boolean;
  readonly isActive: boolean;
}

/** There may be hundreds, of which a step concerns two. */
const Option = memo(function Option({ id, index, value, label, isChosen, isActive }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      data-active={isActive ? '' : undefined}
      data-index={index}
      data-value={value}
      data-hint=""
      className={styles['option']}
    >
      <span className={styles['check']}>{isChosen ? <Check aria-hidden /> : null}</span>
      <span className={styles['text']}>
        <bdi>{label}</bdi>
      </span>
    </div>
  );
});
