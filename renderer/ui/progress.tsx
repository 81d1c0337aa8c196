import styles from './progress.module.css';

export interface ProgressProps {
  /** What moves, for a screen reader. */
  readonly label: string;
  /** From 0 to 1; null as long as it is not known how much there is. */
  readonly share: number | null;
}

/** How far something is. What the bar says is said in words beside it. */
export function Progress({ label, share }: ProgressProps) {
  const percent = share === null ? undefined : Math.floor(Math.min(1, share) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={styles['track']}
      data-unknown={percent === undefined ? '' : undefined}
    >
      <div className={styles['done']} style={percent === undefined ? undefined : { width: `${percent}%` }} />
    </div>
  );
}
