import type { WordLine } from './word-line.ts';
import styles from './words.module.css';

/** A line of what an event says; a change shows both sides. */
export function Words({ line }: { readonly line: WordLine }) {
  const { label, before, after } = line;
  return (
    <p className={styles['line']}>
      {label === undefined || label === '' ? null : <span className={styles['label']}>{label}</span>}
      {before === undefined ? null : (
        <del className={styles['before']}>
          <bdi>{before}</bdi>
        </del>
      )}
      {after === undefined ? null : before === undefined ? (
        <bdi>{after}</bdi>
      ) : (
        <ins className={styles['after']}>
          <bdi>{after}</bdi>
        </ins>
      )}
    </p>
  );
}
