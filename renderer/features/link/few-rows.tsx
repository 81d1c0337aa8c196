import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format/number.ts';
import styles from './link.module.css';

/** As many as are seen at a glance: what stands below a list is to be found, too. */
const FEW = 8;

/** The first rows of a list, and all that were loaded once somebody asks for them. */
export function useFewRows<R>(rows: readonly R[]) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? rows : rows.slice(0, FEW);
  return { shown, hidden: rows.length - shown.length, showAll: () => setAll(true) };
}

export interface MoreRowsProps {
  readonly shown: number;
  readonly hidden: number;
  /** Of those that were not loaded, too. */
  readonly total: number;
  readonly showAll: () => void;
}

export function MoreRows({ shown, hidden, total, showAll }: MoreRowsProps) {
  if (total <= shown) return null;
  return (
    <div className={styles['more']}>
      {hidden === 0 ? null : (
        <Button size="small" variant="quiet" onClick={showAll}>
          Show {formatCount(hidden)} more
        </Button>
      )}
      {`${formatCount(shown)} of ${formatCount(total)} shown`}
    </div>
  );
}
