import { useEffect, useEffectEvent } from 'react';

export type Hotkeys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** What letters are typed into; a slider and a box to tick take none. */
const EDITABLE =
  'input:not([type="range"], [type="checkbox"]), textarea, [role="combobox"], [contenteditable="true"]';
/** In a field they select its text, and take back what was typed. */
const OF_THE_TEXT: ReadonlySet<string> = new Set(['mod+a', 'mod+z']);
/** Has to be answered before anything else is done. */
const QUESTION = '[role="alertdialog"]';
const MODAL = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/** `mod+k` (Ctrl, or Cmd on a Mac), `shift+enter`, `/`, `?`, `c`: lower case. Shift is named with named keys and beside Ctrl or Cmd: elsewhere it makes the sign. */
export function comboOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase();
  const mod = event.ctrlKey || event.metaKey;
  const held = { mod, alt: event.altKey, shift: event.shiftKey && (mod || key.length > 1) };
  const names = Object.entries(held).flatMap(([name, isHeld]) => (isHeld ? [name] : []));
  return [...names, key].join('+');
}

/** Something stands over the page and has the keys, as a dialog or a menu does. */
export function isDialogOpen(): boolean {
  return document.querySelector(MODAL) !== null;
}

function isTaken(event: KeyboardEvent, combo: string): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  if (document.querySelector(QUESTION) !== null) return true;
  if (combo.startsWith('mod+') && !OF_THE_TEXT.has(combo)) return false;
  const target = event.target;
  if (target instanceof HTMLElement && target.closest(EDITABLE) !== null) return true;
  return isDialogOpen();
}

/** Window-wide shortcuts. Single letters rest while somebody types or a dialog is open. */
export function useHotkeys(hotkeys: Hotkeys, enabled = true): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const combo = comboOf(event);
    const action = hotkeys[combo];
    if (action === undefined || isTaken(event, combo)) return;
    event.preventDefault();
    action(event);
  });
  useEffect(() => {
    if (!enabled) return;
    const listener = (event: KeyboardEvent) => handle(event);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, [enabled]);
}

export const MOD_KEY = /mac/iu.test(navigator.userAgent) ? '⌘' : 'Ctrl';
