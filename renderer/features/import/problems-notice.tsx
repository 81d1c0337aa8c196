import { countOf } from '../../ui/format/number.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Problem } from './mapping-problems.ts';
import styles from './mapping.module.css';

const MOST = 8;

/** Puts the focus where something is wrong, and opens what it is folded into. */
export function goToProblem(at: string): void {
  const input = document.getElementById(at);
  for (let fold = input?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
    fold.open = true;
  input?.focus();
  input?.scrollIntoView({ block: 'center' });
}

/** All that stands in the way of an import, summed up. */
export function ProblemsNotice({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  const shown = problems.slice(0, MOST);
  return (
    <Notice
      tone="attention"
      title={`${countOf(problems.length, 'thing')} to mend before this can be imported`}
    >
      <ul className={styles['problems']}>
        {shown.map(({ at, where, message }) => (
          <li key={at}>
            <button type="button" className={styles['link']} onClick={() => goToProblem(at)}>
              <bdi>{where}</bdi>
            </button>
            {`: ${message}`}
          </li>
        ))}
        {problems.length > MOST ? <li>{`and ${problems.length - MOST} more`}</li> : null}
      </ul>
    </Notice>
  );
}
