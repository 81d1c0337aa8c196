import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';
import styles from './fact-list.module.css';

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly copy?: boolean | undefined;
}

export interface FactListProps {
  readonly facts: readonly Fact[];
  /** What stands beside a value besides its copy button. */
  readonly beside?: ((fact: Fact) => ReactNode) | undefined;
}

/** Names and values, one to a line. */
export function FactList({ facts, beside }: FactListProps) {
  return (
    <dl className={styles['facts']}>
      {facts.map((fact) => (
        <div key={fact.label} className={styles['fact']}>
          <dt>{fact.label}</dt>
          <dd>
            <span className="mono">{fact.value}</span>
            {beside?.(fact)}
            {fact.copy === true ? (
              <CopyButton value={fact.value} label={`Copy ${fact.label.toLowerCase()}`} />
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
