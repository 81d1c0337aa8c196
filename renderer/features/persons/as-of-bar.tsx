import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PersonDetail } from '../../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { actorName } from '../../ui/format/labels.ts';
import { goHome } from '../../ui/focus-home.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './as-of-bar.module.css';
import type { ShowAsOf } from './as-of.ts';
import { personOf } from './person-model.ts';

export interface AsOfBarProps {
  readonly version: number;
  /** The person as of that version; as of the one before while that is on its way. */
  readonly detail: PersonDetail;
  readonly onShow: ShowAsOf;
}

/** Walks through a person's versions. Everything on the page is as of the one that is chosen. */
export function AsOfBar({ version, detail, onShow }: AsOfBarProps) {
  const { headVersion } = detail;
  const { updatedAt, updatedBy } = personOf(detail);
  const slider = useRef<HTMLInputElement>(null);
  // Whoever began to look back walks on with arrow keys; what stands over the page, as the tour does, keeps the focus.
  useEffect(() => {
    const isHere = slider.current?.closest('article')?.contains(document.activeElement) === true;
    if (isHere || document.activeElement === document.body) slider.current?.focus();
    return () => {
      if (document.activeElement === document.body) goHome();
    };
  }, []);
  return (
    <section className={styles['bar']} aria-label="Looking back">
      <div className={styles['words']} role="status">
        <p className={styles['title']}>
          As of version {version} of {headVersion}
        </p>
        <p className={styles['when']} data-hint="">
          <Time at={updatedAt} /> by <bdi>{actorName(updatedBy)}</bdi>. Nothing can be changed here.
        </p>
      </div>
      <div className={styles['slider']}>
        <IconButton
          icon={ChevronLeft}
          size="small"
          label="One version back"
          disabled={version <= 1}
          onClick={() => onShow(version - 1)}
        />
        <input
          ref={slider}
          type="range"
          aria-label="Version"
          aria-valuetext={`Version ${version} of ${headVersion}`}
          min={1}
          max={headVersion}
          value={version}
          onChange={(event) => onShow(Number(event.target.value))}
        />
        <IconButton
          icon={ChevronRight}
          size="small"
          label="One version on"
          onClick={() => onShow(version + 1 >= headVersion ? null : version + 1)}
        />
      </div>
      <Button size="small" onClick={() => onShow(null)}>
        Back to now
      </Button>
    </section>
  );
}
