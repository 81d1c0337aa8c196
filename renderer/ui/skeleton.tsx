import styles from './skeleton.module.css';

/** A place held for text. `width` is any CSS width. */
export function Skeleton({ width = '60%' }: { readonly width?: string | undefined }) {
  return <span className={styles['skeleton']} style={{ width }} aria-hidden />;
}

/** Several lines of different lengths, said once to a screen reader. */
export function SkeletonLines({ lines, label }: { readonly lines: number; readonly label: string }) {
  const widths = ['72%', '48%', '64%', '38%', '56%'];
  return (
    <div className={styles['lines']} role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} width={widths[index % widths.length]} />
      ))}
    </div>
  );
}
