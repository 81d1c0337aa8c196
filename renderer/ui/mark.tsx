import styles from './mark.module.css';

/** A head and shoulders over a ruled line: the record, and the ledger that it stands in. */
export function Mark() {
  return (
    <svg className={styles['mark']} viewBox="0 0 28 28" role="img" aria-label="Person Console">
      <rect x="0.5" y="0.5" width="27" height="27" rx="6.5" className={styles['plate']} />
      <circle cx="14" cy="9.5" r="3.5" className={styles['figure']} />
      <path d="M7.5 19.5c0-3.6 2.9-5 6.5-5s6.5 1.4 6.5 5z" className={styles['figure']} />
      <path d="M7 22.75h14" className={styles['rule']} />
    </svg>
  );
}
