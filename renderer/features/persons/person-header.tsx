import {
  Archive,
  Cake,
  CirclePause,
  CirclePlay,
  Copy,
  Ellipsis,
  Flower2,
  Maximize2,
  Pencil,
  Plus,
  X,
} from 'lucide-react';
import type { PersonDetail } from '../../../domain/contract/views.ts';
import { useNotices } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { StatusBadge } from '../../ui/status.tsx';
import type { FormName } from './forms/form-address.ts';
import { useOpenForm } from './forms/use-open-form.ts';
import styles from './person-header.module.css';
import { type Abilities, personOf } from './person-model.ts';

export interface PersonHeaderProps {
  readonly detail: PersonDetail;
  readonly can: Abilities;
  /** The full page has the page's primary action; beside a list that one belongs to the list. */
  readonly full: boolean;
  readonly onFull?: (() => void) | undefined;
  readonly onClose?: (() => void) | undefined;
}

export function PersonHeader({ detail, can, full, onFull, onClose }: PersonHeaderProps) {
  const open = useOpenForm();
  const person = personOf(detail);
  const Name = full ? 'h1' : 'h2';
  const start = (form: FormName) => open({ form, person: detail.personId });
  return (
    <header className={styles['header']}>
      <div className={styles['names']}>
        <Name className={styles['name']} title={detail.displayName}>
          <bdi>{detail.displayName}</bdi>
        </Name>
        <StatusBadge status={person.lifecycle.status} />
      </div>
      <div className={styles['actions']}>
        <MainActions can={can} full={full} start={start} />
        <MoreMenu detail={detail} can={can} start={start} />
        {onFull === undefined ? null : (
          <IconButton icon={Maximize2} label="Open full page" shortcut="Enter" onClick={onFull} />
        )}
        {onClose === undefined ? null : (
          <IconButton icon={X} label="Close" shortcut="Esc" onClick={onClose} />
        )}
      </div>
    </header>
  );
}

interface MainActionsProps {
  readonly can: Abilities;
  readonly full: boolean;
  readonly start: (form: FormName) => void;
}

function MainActions({ can, full, start }: MainActionsProps) {
  const look = {
    className: styles['shrinks'],
    ...(full ? ({ variant: 'primary' } as const) : ({ size: 'small' } as const)),
  };
  return (
    <>
      {can.reactivate ? (
        <Button {...look} icon={CirclePlay} onClick={() => start('reactivate')}>
          Reactivate
        </Button>
      ) : null}
      {can.rename && full ? (
        <Button className={styles['rename']} icon={Pencil} shortcut="R" onClick={() => start('rename')}>
          Rename
        </Button>
      ) : null}
      {can.addComponent ? (
        <Button
          {...look}
          icon={Plus}
          shortcut={full ? 'A' : undefined}
          onClick={() => start('add-component')}
        >
          Add component
        </Button>
      ) : null}
    </>
  );
}

interface MoreMenuProps {
  readonly detail: PersonDetail;
  readonly can: Abilities;
  readonly start: (form: FormName) => void;
}

function MoreMenu({ detail, can, start }: MoreMenuProps) {
  const show = useNotices((notices) => notices.show);
  const copyId = async () => {
    const done = await copyText(detail.personId);
    show(
      done ? { tone: 'ok', title: 'Id copied' } : { tone: 'attention', title: 'The id could not be copied' },
    );
  };
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label="More actions" />}>
      {can.rename ? (
        <MenuItem icon={Pencil} shortcut="R" onSelect={() => start('rename')}>
          Rename…
        </MenuItem>
      ) : null}
      {can.setBirthDate ? (
        <MenuItem icon={Cake} onSelect={() => start('birth-date')}>
          Set date of birth…
        </MenuItem>
      ) : null}
      <MenuItem icon={Copy} onSelect={() => void copyId()}>
        Copy id
      </MenuItem>
      {can.close ? <MenuSeparator /> : null}
      {can.deactivate ? (
        <MenuItem icon={CirclePause} onSelect={() => start('deactivate')}>
          Deactivate…
        </MenuItem>
      ) : null}
      {can.close ? (
        <>
          <MenuItem icon={Flower2} danger onSelect={() => start('death')}>
            Record death…
          </MenuItem>
          <MenuItem icon={Archive} danger onSelect={() => start('archive')}>
            Archive…
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
}
