import { Ellipsis, Undo2 } from 'lucide-react';
import type { Undoable } from '../../../state/undo-stack.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import styles from './event-menu.module.css';
import { useUndo } from './use-undo.ts';

/** What can be done about the newest event of a history. */
export function EventMenu({ undo: entry }: { readonly undo: Undoable }) {
  const undo = useUndo();
  return (
    <span className={styles['menu']}>
      <Menu trigger={<IconButton size="small" icon={Ellipsis} label={`More for ${entry.title}`} />}>
        <MenuItem icon={Undo2} onSelect={() => void undo(entry)}>
          Undo this change
        </MenuItem>
      </Menu>
    </span>
  );
}
