import { X } from 'lucide-react';
import { AlertDialog, Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';
import { goHome } from './focus-home.ts';
import { IconButton } from './icon-button.tsx';
import { stageFoot } from './portal-home.ts';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode | undefined;
  /**
   * `centre` for questions and short reading, `wide` for longer, `side` for forms, `top` for the palette; `below` for a form
   * under the page that it decides about, which stays in sight and in use.
   */
  readonly placement?: 'centre' | 'wide' | 'side' | 'top' | 'below' | undefined;
  readonly titleHidden?: boolean | undefined;
  /** It is gone, and the focus is back where it was. */
  readonly onClosed?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** A form begins at its first input, not at the button that closes it. Without inputs the dialog itself is read. */
function focusFirstInput(event: Event): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  const wanted = '[data-autofocus]';
  const any = 'input:not([type="hidden"], :disabled), textarea, [role="combobox"]:not(:disabled)';
  const target =
    event.currentTarget.querySelector<HTMLElement>(wanted) ??
    event.currentTarget.querySelector<HTMLElement>(any);
  event.preventDefault();
  (target ?? event.currentTarget).focus();
}

/** Another dialog has come in the place of the one that closed, and has the focus by now. */
function isInAnotherDialog(focused: Element | null, back: Element | null): boolean {
  const dialog = focused?.closest('[role="dialog"]') ?? null;
  return dialog !== null && !dialog.contains(back);
}

/** Radix gives the focus back to a trigger only, and our dialogs have none: it goes to where it was, if that is there. */
function useFocusReturn(onClosed?: DialogProps['onClosed']) {
  const before = useRef<Element | null>(null);
  const enter = () => {
    before.current = document.activeElement;
  };
  const leave = (event: Event) => {
    event.preventDefault();
    const back = before.current;
    if (isInAnotherDialog(document.activeElement, back)) return onClosed?.();
    if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus();
    else goHome();
    onClosed?.();
  };
  return [enter, leave] as const;
}

/** What lies beside every dialog, as notices do, can be used without closing it; a dismissed one is gone by now. */
function stayOpen(event: Event): void {
  if (!(event.target instanceof Element)) return;
  const beside = event.target.closest('[data-beside-dialogs]') !== null;
  if (beside || !event.target.isConnected) event.preventDefault();
}

/** Our own scrim instead of Radix's overlay: that one injects a style element, which our policy refuses. */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, description, placement = 'centre', titleHidden = false, children } = props;
  const [enter, leave] = useFocusReturn(props.onClosed);
  const describe = description === undefined ? { 'aria-describedby': undefined } : {};
  const isBelow = placement === 'below';
  return (
    <Radix.Root open={open} modal={!isBelow} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Radix.Portal container={isBelow ? stageFoot() : undefined}>
        {isBelow ? null : <div className={styles['scrim']} data-placement={placement} aria-hidden />}
        <Radix.Content
          className={classNames(styles['content'], styles[placement])}
          onOpenAutoFocus={(event) => {
            enter();
            focusFirstInput(event);
          }}
          onCloseAutoFocus={leave}
          onInteractOutside={isBelow ? (event) => event.preventDefault() : stayOpen}
          {...describe}
        >
          {titleHidden ? (
            <Radix.Title className="visually-hidden">{title}</Radix.Title>
          ) : (
            <header className={styles['header']}>
              <div className={styles['titles']}>
                <Radix.Title className={styles['title']}>{title}</Radix.Title>
                {description === undefined ? null : (
                  <Radix.Description className={styles['description']}>{description}</Radix.Description>
                )}
              </div>
              <IconButton icon={X} label="Close" shortcut="Esc" onClick={onClose} />
            </header>
          )}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface DialogBodyProps {
  /** What is only read: reached by Tab, so that the keyboard scrolls it. */
  readonly reading?: string | undefined;
  readonly children: ReactNode;
}

export function DialogBody({ reading, children }: DialogBodyProps) {
  const reached = reading === undefined ? {} : { role: 'group', 'aria-label': reading, tabIndex: 0 };
  return (
    <div className={styles['body']} {...reached}>
      {children}
    </div>
  );
}

export function DialogFooter({ children }: { readonly children: ReactNode }) {
  return <footer className={styles['footer']}>{children}</footer>;
}

export interface QuestionProps {
  readonly open: boolean;
  readonly title: string;
  /** The consequence, spelled out. */
  readonly children: ReactNode;
  readonly confirm: string;
  readonly cancel: string;
  /** How the button that does it looks. */
  readonly confirmAs?: 'danger' | 'undo' | 'primary' | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something is lost. The safe answer has the focus. */
export function Question(props: QuestionProps) {
  const { open, title, children, confirm, cancel, confirmAs = 'danger', onConfirm, onCancel } = props;
  const [enter, leave] = useFocusReturn();
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => (next ? undefined : onCancel())}>
      <AlertDialog.Portal>
        <div className={styles['scrim']} data-placement="question" aria-hidden />
        <AlertDialog.Content
          aria-modal
          className={classNames(styles['content'], styles['question'])}
          onOpenAutoFocus={enter}
          onCloseAutoFocus={leave}
        >
          <AlertDialog.Title className={styles['title']}>{title}</AlertDialog.Title>
          <AlertDialog.Description className={styles['description']}>{children}</AlertDialog.Description>
          <div className={styles['answers']}>
            <AlertDialog.Cancel asChild>
              <Button>{cancel}</Button>
            </AlertDialog.Cancel>
            <Button variant={confirmAs} onClick={onConfirm}>
              {confirm}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
