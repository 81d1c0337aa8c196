import { Ellipsis, Maximize2, X } from 'lucide-react';
import type { PersonDetail } from '../../../domain/contract/views.ts';
import { Button, type ButtonProps } from '../../ui/button.tsx';
import { useFocusOnArrival } from '../../ui/focus-home.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { StatusBadge } from '../../ui/status.tsx';
import type { ShowAsOf } from './as-of.ts';
import type { FormName } from './forms/form-address.ts';
import { useOpenForm } from './forms/use-open-form.ts';
import { type PersonAction, personActions } from './person-actions.ts';
import { WholeWords } from '../../ui/whole-words.tsx';
import styles from './person-header.module.css';
import { personOf } from './person-model.ts';
import { usePersonWays } from './person-ways.ts';

export interface PersonHeaderProps {
  readonly detail: PersonDetail;
  /** The full page has the page's primary action; beside a list that one belongs to the list. */
  readonly full: boolean;
  /** An earlier version is shown: there is nothing to do but to look. */
  readonly isPast?: boolean | undefined;
  readonly onAsOf?: ShowAsOf | undefined;
  readonly onFull?: (() => void) | undefined;
  readonly onClose?: (() => void) | undefined;
}

export function PersonHeader(props: PersonHeaderProps) {
  const { detail, full, isPast = false, onAsOf, onFull, onClose } = props;
  const open = useOpenForm();
  useFocusOnArrival(full);
  const person = personOf(detail);
  const actions = isPast ? [] : personActions(person);
  const Name = full ? 'h1' : 'h2';
  const start = (form: FormName) => open({ form, person: detail.personId });
  return (
    <header className={styles['header']}>
      <div className={styles['names']}>
        <WholeWords words={<bdi>{detail.displayName}</bdi>}>
          <Name className={styles['name']}>
            <bdi>{detail.displayName}</bdi>
          </Name>
        </WholeWords>
        <span className={styles['state']}>
          <StatusBadge status={person.lifecycle.status} />
        </span>
      </div>
      <div className={styles['actions']}>
        <MainActions actions={actions} full={full} start={start} />
        <MoreMenu detail={detail} actions={actions} start={start} onAsOf={isPast ? undefined : onAsOf} />
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
  readonly actions: readonly PersonAction[];
  readonly full: boolean;
  readonly start: (form: FormName) => void;
}

function MainActions({ actions, full, start }: MainActionsProps) {
  const look = {
    className: styles['shrinks'],
    ...(full ? ({ variant: 'primary' } as const) : ({ size: 'small' } as const)),
  };
  const button = (form: FormName, looks: Partial<ButtonProps>) => {
    const action = actions.find((each) => each.form === form);
    if (action === undefined) return null;
    return (
      <Button
        {...looks}
        icon={action.icon}
        shortcut={full ? action.shortcut : undefined}
        onClick={() => start(form)}
      >
        {action.label}
      </Button>
    );
  };
  return (
    <>
      {button('reactivate', look)}
      {full ? button('rename', { className: styles['rename'] }) : null}
      {button('add-component', look)}
    </>
  );
}

interface MoreMenuProps {
  readonly detail: PersonDetail;
  readonly actions: readonly PersonAction[];
  readonly start: (form: FormName) => void;
  readonly onAsOf: ShowAsOf | undefined;
}

function MoreMenu({ detail, actions, start, onAsOf }: MoreMenuProps) {
  const ways = usePersonWays(detail, { onAsOf });
  const items = (wanted: PersonAction['group']) =>
    actions
      .filter(({ group }) => group === wanted)
      .map(({ form, icon, label, shortcut, final }) => (
        <MenuItem key={form} icon={icon} shortcut={shortcut} danger={final} onSelect={() => start(form)}>
          {`${label}…`}
        </MenuItem>
      ));
  const [recording, ending] = [items('record'), items('end')];
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label="More actions" />}>
      {items('change')}
      {recording.length === 0 ? null : <MenuSeparator />}
      {recording}
      {actions.length === 0 ? null : <MenuSeparator />}
      {ways.map(({ id, icon, title, run }) => (
        <MenuItem key={id} icon={icon} onSelect={run}>
          {title}
        </MenuItem>
      ))}
      {ending.length === 0 ? null : <MenuSeparator />}
      {ending}
    </Menu>
  );
}
