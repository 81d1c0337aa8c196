import { type ReactNode, useId } from 'react';
import { SettingRows } from '../../ui/form/setting-row.tsx';
import styles from './settings.module.css';

export interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles['heading']}>
        {title}
      </h2>
      <SettingRows>{children}</SettingRows>
    </section>
  );
}
