import { X } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { goHome } from '../../ui/focus-home.ts';
import { countOf, formatCount } from '../../ui/format/number.ts';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { commandTitle } from '../../words/conflict-words.ts';
import styles from './conflicts.module.css';
import { useDecisions } from './decisions.ts';

/** How far a decision about many has come, and of each that stayed as it was, why. */
export function DecidedNotice() {
  const { underWay, refused, of, cancel, dismiss } = useDecisions();
  if (underWay !== null && underWay.total > 1) {
    const { done, total, cancelled } = underWay;
    return (
      <div className={styles['underWay']}>
        <span role="status">{`Decided ${formatCount(done)} of ${formatCount(total)}`}</span>
        <Progress label="Deciding conflicts" share={done / total} />
        <Button size="small" icon={X} busy={cancelled} onClick={cancel}>
          Cancel
        </Button>
      </div>
    );
  }
  if (refused.length === 0) return null;
  const read = (): void => {
    dismiss();
    goHome();
  };
  return (
    <Notice
      tone="attention"
      role="alert"
      title={`${formatCount(refused.length)} of ${countOf(of, 'conflict')} stayed as ${of === 1 ? 'it was' : 'they were'}`}
      actions={
        <Button size="small" variant="quiet" onClick={read}>
          Dismiss
        </Button>
      }
    >
      <ul className={styles['refusedList']} aria-label="What was refused" tabIndex={0}>
        {refused.map(({ conflict, message }) => (
          <li key={conflict.conflictId}>
            {commandTitle(conflict)} · <bdi>{conflict.displayName ?? conflict.streamId}</bdi>: {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
