import { formatCount } from '../../ui/format/number.ts';
import styles from './link.module.css';

export interface CountsProps {
  /** What is counted, for a screen reader. */
  readonly label: string;
  readonly facts: readonly (readonly [label: string, count: number])[];
}

/** Numbers in a row, each under its name. */
export function Counts({ label, facts }: CountsProps) {
  return (
    <dl className={styles['counts']} aria-label={label}>
      {facts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
