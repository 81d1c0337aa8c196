import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { formatCount } from './format/number.ts';
import styles from './tabs.module.css';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly content: ReactNode;
}

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** Id of the tab that is shown; the first one where there is no such tab. */
  readonly value: string;
  readonly onChange: (id: string) => void;
}

export function Tabs({ tabs, label, value, onChange }: TabsProps) {
  const shown = tabs.find((tab) => tab.id === value) ?? tabs[0];
  return (
    <Radix.Root value={shown?.id ?? ''} onValueChange={onChange} className={styles['tabs']}>
      <Radix.List className={styles['list']} aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.id} value={tab.id} className={styles['tab']}>
            {tab.label}
            {tab.count === undefined ? null : (
              <span className={styles['count']}>{formatCount(tab.count)}</span>
            )}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} value={tab.id} className={styles['content']}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
