import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger' | 'undo' | undefined;
  readonly size?: 'small' | 'normal' | undefined;
  readonly icon?: LucideIcon | undefined;
  /** Shortcut shown on the button; binding it is the caller's. */
  readonly shortcut?: string | undefined;
  readonly busy?: boolean | undefined;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

export function Button(props: ButtonProps) {
  const {
    variant = 'plain',
    size = 'normal',
    icon: Icon,
    shortcut,
    busy,
    children,
    className,
    ...rest
  } = props;
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy === true ? true : rest['aria-disabled']}
      onClick={busy === true ? (event) => event.preventDefault() : rest.onClick}
      className={classNames(styles['button'], styles[variant], styles[size], className)}
    >
      {Icon === undefined ? null : <Icon aria-hidden />}
      <span className={styles['label']}>{children}</span>
      {shortcut === undefined ? null : <Kbd quiet>{shortcut}</Kbd>}
    </button>
  );
}
