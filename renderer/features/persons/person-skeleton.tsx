import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './person-skeleton.module.css';

const FACTS = 4;
const LINES = ['58%', '34%', '46%', '62%'];

/** A person's page before its data: the same places for name, facts and parts, so that nothing jumps when they come. */
export function PersonSkeleton({ full }: { readonly full: boolean }) {
  const Words = full ? 'h1' : 'span';
  return (
    <div role="status" className={styles['person']}>
      <Words className="visually-hidden">Loading the person</Words>
      <div className={styles['name']}>
        <Skeleton width="220px" />
      </div>
      <div className={styles['facts']}>
        {Array.from({ length: FACTS }, (_, index) => (
          <div key={index} className={styles['fact']}>
            <Skeleton width="30%" />
            <Skeleton width="70%" />
          </div>
        ))}
      </div>
      <div className={styles['lines']}>
        {LINES.map((width) => (
          <Skeleton key={width} width={width} />
        ))}
      </div>
    </div>
  );
}
