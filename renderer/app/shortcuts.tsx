import { Compass } from 'lucide-react';
import { useTour } from '../state/tour.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../ui/dialog.tsx';
import { useAfterClose } from '../ui/hooks/use-after-close.ts';
import { MOD_KEY } from '../ui/hooks/use-hotkeys.ts';
import { Kbd } from '../ui/kbd.tsx';
import type { PanelProps } from './panels.ts';
import styles from './shortcuts.module.css';

interface ShortcutGroup {
  readonly title: string;
  readonly keys: readonly (readonly [keys: readonly string[], does: string])[];
}

const groups: readonly ShortcutGroup[] = [
  {
    title: 'Everywhere',
    keys: [
      [[`${MOD_KEY}+K`], 'Open the palette: go to, find, do'],
      [['L'], 'Go to the event log'],
      [[`${MOD_KEY}+,`], 'Go to the settings'],
      [[`${MOD_KEY}+Z`], 'Undo the last change made in this window'],
      [['?'], 'Show these shortcuts'],
      [['Esc'], 'Close what is open, or go back'],
    ],
  },
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

export function Shortcuts({ open, onClose }: PanelProps) {
  const go = useTour((tour) => tour.go);
  const [choose, closed] = useAfterClose();
  const tour = () => {
    choose(() => go(0));
    onClose();
  };
  return (
    <Dialog open={open} onClose={onClose} onClosed={closed} title="Keyboard shortcuts" placement="wide">
      <DialogBody reading="Shortcuts">
        <div className={styles['groups']}>
          {groups.map((group) => (
            <section key={group.title} className={styles['group']}>
              <h3 className={styles['heading']}>{group.title}</h3>
              <dl>
                {group.keys.map(([keys, does]) => (
                  <div key={does} className={styles['row']}>
                    <dt>{does}</dt>
                    <dd className={styles['keys']}>
                      {keys.map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button icon={Compass} onClick={tour}>
          Take the guided tour
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
