import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { formatCount } from './format/number.ts';
import styles from './page.module.css';

export interface PageProps {
  /** Of the area, for who does not see it. */
  readonly label: string;
  /** What is shown of it, where that is more than the area's name. */
  readonly title?: ReactNode;
  /** Beside the title. */
  readonly beside?: ReactNode;
  /** At the end of the header. */
  readonly action?: ReactNode;
  /** Between header and content, over its whole width. */
  readonly notice?: ReactNode;
  /** Of the content: how its parts stand to each other. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A page that is read from top to bottom: its title stays, what is under it scrolls. */
export function Page({ label, title = label, beside, action, notice, className, children }: PageProps) {
  return (
    <section className={styles['page']} aria-label={label}>
      <header className={styles['header']}>
        <h1 className={styles['title']}>
          <bdi>{title}</bdi>
        </h1>
        {beside}
        <span className={styles['space']} />
        {action}
      </header>
      {notice}
      <div className={classNames(styles['body'], className)}>{children}</div>
    </section>
  );
}

export interface PageSectionProps {
  readonly title: string;
  /** How many there are of what it lists. */
  readonly count?: number | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A part of a page, under a heading of its own. */
export function PageSection({ title, count, className, children }: PageSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={className}>
      <h2 id={id} className={styles['heading']}>
        {title}
        {count === undefined ? null : <span className={styles['count']}> {formatCount(count)}</span>}
      </h2>
      {children}
    </section>
  );
}
