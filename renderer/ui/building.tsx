import { Hourglass } from 'lucide-react';
import { type HowFar, howFarWords } from './building-words.ts';
import styles from './building.module.css';
import { EmptyState } from './empty-state.tsx';
import { Notice } from './notice.tsx';
import { Progress } from './progress.tsx';

export interface BuildingStateProps {
  readonly building: HowFar;
  /** "The list is being built". */
  readonly title: string;
  /** What that means for whoever waits here. */
  readonly children: string;
  readonly level?: 1 | 2 | undefined;
}

/** Instead of content that is there and cannot be shown yet: how far it is. It gives way by itself. */
export function BuildingState({ building, title, children, level }: BuildingStateProps) {
  return (
    <EmptyState icon={Hourglass} title={title} level={level}>
      <p>{children}</p>
      <div className={styles['progress']}>
        <Progress label={title} share={building.share} />
        <p className={styles['words']}>{howFarWords(building)}</p>
      </div>
    </EmptyState>
  );
}

/** Over content that lacks some of what is there. */
export function BuildingNotice({ building, title, children }: BuildingStateProps) {
  return (
    <Notice banner tone="info" icon={Hourglass} title={`${title}: ${howFarWords(building)}`}>
      {children}
    </Notice>
  );
}
