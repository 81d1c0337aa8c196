import { Compass } from 'lucide-react';
import { useTour } from '../state/tour.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../ui/dialog.tsx';
import { useAfterClose } from '../ui/hooks/use-after-close.ts';
import { Kbd } from '../ui/kbd.tsx';
import type { PanelProps } from './panels.ts';
import { shortcutGroups } from './shortcut-groups.ts';
import styles from './shortcuts.module.css';

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
          {shortcutGroups.map((group) => (
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
