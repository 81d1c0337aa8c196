import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert, Undo2 } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import styles from './notice.module.css';
import type { Tone } from './tone.ts';

export interface NoticeProps {
  readonly tone: Exclude<Tone, 'accent'>;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly icon?: LucideIcon | undefined;
  /** `alert` interrupts a screen reader, `status` waits. */
  readonly role?: 'alert' | 'status' | undefined;
  /** Edge to edge, without a frame: for banners under a bar. */
  readonly banner?: boolean | undefined;
  readonly ref?: Ref<HTMLDivElement> | undefined;
}

const icons: Readonly<Record<NoticeProps['tone'], LucideIcon>> = {
  neutral: Info,
  info: Info,
  ok: CircleCheck,
  attention: TriangleAlert,
  danger: CircleAlert,
  undo: Undo2,
};

export function Notice({ tone, title, children, actions, icon, role, banner = false, ref }: NoticeProps) {
  const Icon = icon ?? icons[tone];
  return (
    <div
      ref={ref}
      role={role}
      tabIndex={ref === undefined ? undefined : -1}
      className={classNames(styles['notice'], styles[tone], banner && styles['banner'])}
    >
      <Icon aria-hidden className={styles['icon']} />
      <div className={styles['text']}>
        <p className={styles['title']}>{title}</p>
        {children === undefined ? null : <div className={styles['detail']}>{children}</div>}
      </div>
      {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
