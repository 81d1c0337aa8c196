import { useNavigate } from '@tanstack/react-router';
import { useLastList } from '../state/last-list.ts';
import { useLastLog } from '../state/last-log.ts';
import { type Hotkeys, useHotkeys } from '../ui/hooks/use-hotkeys.ts';
import { PLACES } from './palette-places.ts';

/** As `useHotkeys` names what the dialog of shortcuts shows. */
function comboFor(shortcut: string): string {
  return shortcut.includes('+') ? `mod+${shortcut.slice(-1)}` : shortcut.toLowerCase();
}

/** Where one was in a list is kept, as by the rail. */
function lastSearch(to: (typeof PLACES)[number]['to']): Readonly<Record<string, unknown>> {
  if (to === '/persons') return useLastList.getState().search;
  return to === '/log' ? useLastLog.getState().search : {};
}

/** The keys that lead to the console's pages. */
export function usePlaceKeys(): void {
  const navigate = useNavigate();
  const hotkeys: Hotkeys = Object.fromEntries(
    PLACES.map(({ to, shortcut }) => [
      comboFor(shortcut),
      () => void navigate({ to, search: lastSearch(to) }),
    ]),
  );
  useHotkeys(hotkeys);
}
