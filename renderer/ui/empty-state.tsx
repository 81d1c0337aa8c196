import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: ReactNode;
  /** What would be here, and the next step. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** 1 where the state is the whole page. */
  readonly level?: 1 | 2 | undefined;
  readonly tone?: 'danger' | undefined;
  readonly role?: 'alert' | 'status' | undefined;
}

export function EmptyState(props: EmptyStateProps) {
  const { icon: Icon, title, children, actions, role, tone, level = 2 } = props;
  const Title = level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles['state']} role={role} data-tone={tone}>
      <Icon aria-hidden size={24} className={styles['icon']} />
      <Title className={styles['title']}>{title}</Title>
      {children === undefined ? null : <div className={styles['text']}>{children}</div>}
      {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}
