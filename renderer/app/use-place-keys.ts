import { useNavigate } from '@tanstack/react-router';
import { type Hotkeys, useHotkeys } from '../ui/hooks/use-hotkeys.ts';
import { lastSearch } from './last-search.ts';
import { PLACES } from './palette-places.ts';

/** As `useHotkeys` names what the dialog of shortcuts shows. */
function comboFor(shortcut: string): string {
  return shortcut.includes('+') ? `mod+${shortcut.slice(-1)}` : shortcut.toLowerCase();
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
