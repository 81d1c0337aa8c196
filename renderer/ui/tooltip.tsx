import { Tooltip as Radix } from 'radix-ui';
import {
  type ComponentProps,
  type FocusEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { Kbd } from './kbd.tsx';
import { portalHome } from './portal-home.ts';
import styles from './tooltip.module.css';

/** How the focus moved last. Who tabs to a button asks what it does; who closes a menu or a dialog does not. */
const moved = { byTab: false };

function learn(event: Event): void {
  moved.byTab = event instanceof KeyboardEvent && event.key === 'Tab';
}

export function TooltipProvider(props: ComponentProps<typeof Radix.Provider>) {
  useEffect(() => {
    addEventListener('keydown', learn, { capture: true });
    addEventListener('pointerdown', learn, { capture: true });
    return () => {
      removeEventListener('keydown', learn, { capture: true });
      removeEventListener('pointerdown', learn, { capture: true });
    };
  }, []);
  return <Radix.Provider {...props} />;
}

/** Radix opens it by whatever focus is not prevented. */
function leaveUnasked(event: FocusEvent): void {
  if (!moved.byTab) event.preventDefault();
}

export interface TooltipProps {
  readonly content: ReactNode;
  readonly shortcut?: string | undefined;
  readonly side?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  /** Asked of what it is about before it opens; absent: always. */
  readonly when?: ((trigger: Element) => boolean) | undefined;
  readonly children: ReactElement;
}

/** Radix lets Esc close the topmost layer only. A tooltip is gone before that, so that the key reaches what it is for. */
function useLeavingEscAlone() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') flushSync(() => setOpen(false));
    };
    addEventListener('keydown', leave, { capture: true });
    return () => removeEventListener('keydown', leave, { capture: true });
  }, [open]);
  return [open, setOpen] as const;
}

export function Tooltip({ content, shortcut, side = 'bottom', when, children }: TooltipProps) {
  const [open, setOpen] = useLeavingEscAlone();
  const trigger = useRef<HTMLButtonElement>(null);
  const change = (next: boolean) => {
    const { current } = trigger;
    setOpen(next && (when === undefined || (current !== null && when(current))));
  };
  return (
    <Radix.Root open={open} onOpenChange={change}>
      <Radix.Trigger ref={trigger} asChild onFocus={leaveUnasked}>
        {children}
      </Radix.Trigger>
      <Radix.Portal container={portalHome()}>
        <Radix.Content side={side} sideOffset={6} collisionPadding={8} className={styles['tooltip']}>
          {content}
          {shortcut === undefined ? null : <Kbd>{shortcut}</Kbd>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
