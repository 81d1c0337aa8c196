import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { classNames } from './class-names.ts';
import styles from './icon-button.module.css';
import { Tooltip } from './tooltip.tsx';

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon: LucideIcon;
  /** Says what it does: the accessible name and the tooltip. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly size?: 'small' | 'normal' | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
}

export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, shortcut, size = 'normal', className, ...rest } = props;
  return (
    <Tooltip content={label} shortcut={shortcut}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={classNames(styles['button'], styles[size], className)}
      >
        <Icon aria-hidden />
      </button>
    </Tooltip>
  );
}
