import { classNames } from './class-names.ts';
import styles from './kbd.module.css';

export interface KbdProps {
  readonly children: string;
  /** Without a frame, for use on a button. */
  readonly quiet?: boolean | undefined;
}

/** `Ctrl+K` and `g p` become separate keys. */
export function Kbd({ children, quiet = false }: KbdProps) {
  const keys = children === '+' ? ['+'] : children.split(/[+\s]/u);
  return (
    <kbd className={classNames(styles['keys'], quiet && styles['quiet'])} aria-hidden={quiet}>
      {keys.map((key) => (
        <kbd key={key} className={styles['key']}>
          {key}
        </kbd>
      ))}
    </kbd>
  );
}
