import type { ReactNode } from 'react';
import { Words } from '../ui/words.tsx';
import styles from './event-line.module.css';
import type { WordLine } from './word-line.ts';

export interface EventLineProps {
  readonly line: WordLine;
  /** Shows a person by name. */
  readonly person: (personId: string) => ReactNode;
}

/** A line of what an event says; a change shows both sides. */
export function EventLine({ line, person }: EventLineProps) {
  const { label } = line;
  return (
    <p className={styles['line']}>
      {label === undefined || label === '' ? null : <span className={styles['label']}>{label}</span>}
      <Change line={line} />
      {line.person === undefined ? null : person(line.person)}
    </p>
  );
}

/** Signs and colours say what went and what came; so do words, for who does not see them. */
function Change({ line: { label, before, after, added } }: { readonly line: WordLine }) {
  const words = (text: string) => (
    <bdi>
      <Words text={text} spelt={label === undefined} />
    </bdi>
  );
  if (before === undefined && added !== true) return after === undefined ? null : words(after);
  return (
    <>
      {before === undefined ? null : (
        <del className={styles['before']}>
          <span className="visually-hidden">{after === undefined ? 'cleared, was ' : 'was '}</span>
          {words(before)}
        </del>
      )}
      {after === undefined ? null : (
        <ins className={styles['after']}>
          <span className="visually-hidden">now </span>
          {words(after)}
        </ins>
      )}
    </>
  );
}
