import { MOD_KEY } from '../ui/hooks/use-hotkeys.ts';
import { PLACES } from './palette-places.ts';

interface ShortcutGroup {
  readonly title: string;
  readonly keys: readonly (readonly [keys: readonly string[], does: string])[];
}

/** Which keys do what, by where they do it. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: 'Everywhere',
    keys: [
      [[`${MOD_KEY}+K`], 'Open the palette: go to, find, do'],
      [[`${MOD_KEY}+Z`], 'Undo the last change made in this window'],
      [['?'], 'Show these shortcuts'],
      [['Esc'], 'Close what is open, or go back'],
    ],
  },
  { title: 'Go to', keys: PLACES.map(({ shortcut, title }) => [[shortcut], title]) },
  {
    title: 'Persons list',
    keys: [
      [['/'], 'Search'],
      [['F'], 'Filter'],
      [['C'], 'Create person'],
      [['↑', '↓', 'K', 'J'], 'Move through the rows'],
      [['Home', 'End', 'PgUp', 'PgDn'], 'Move further'],
      [['Space', '→'], 'Show the detail beside the list'],
      [['Enter'], 'Open the full page'],
      [['X'], 'Select, or no longer'],
      [['Shift+↓', 'Shift+↑', 'Shift+X'], 'Select a range'],
      [[`${MOD_KEY}+A`], 'Select all that match'],
      [['Esc', '←'], 'Clear the selection, or close the detail'],
    ],
  },
  {
    title: 'Person, on the page or beside the list',
    keys: [
      [['A'], 'Add component'],
      [['R'], 'Rename'],
      [['M'], 'Assign location'],
      [['Esc'], 'Leave the past, or go back'],
    ],
  },
  {
    title: 'Event log',
    keys: [
      [['F', '/'], 'Filter by type, person, actor, time or id'],
      [['G'], 'Go to a position or time'],
      [['P'], 'Pause and resume'],
      [['Enter', 'Space', '→'], 'Show the detail beside the list'],
      [['Esc', '←'], 'Close the detail'],
    ],
  },
  {
    title: 'Forms',
    keys: [
      [[`${MOD_KEY}+Enter`], 'Send the form'],
      [['Esc'], 'Close; asks before typed text is lost'],
    ],
  },
];
