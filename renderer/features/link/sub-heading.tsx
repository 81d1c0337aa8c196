import { formatCount } from '../../ui/format/number.ts';
import styles from './link.module.css';

/** Over a table within a section, with how many there are. */
export function SubHeading({ title, count }: { readonly title: string; readonly count: number }) {
  return (
    <h3 className={styles['subHeading']}>
      {title} <span className={styles['count']}>{formatCount(count)}</span>
    </h3>
  );
}
