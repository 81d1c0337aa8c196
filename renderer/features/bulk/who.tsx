import { useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { countOf, formatCount } from '../../ui/format/number.ts';
import styles from './bulk.module.css';
import { examplesWords } from './bulk-texts.ts';

interface Named {
  readonly personId: string;
  readonly displayName: string | null;
}

export interface WhoProps {
  /** The first of them, in the order of the list that they were selected in. */
  readonly persons: readonly Named[];
  /** All of them. */
  readonly count: number;
  /** What becomes of them: for whoever hears the button without the line above it. */
  readonly what: string;
}

const NAMED_AT_FIRST = 5;

/** The first by name; all, as a list of its own to scroll through, where one asks for them. */
export function Who({ persons, count, what }: WhoProps) {
  const [all, setAll] = useState(false);
  const id = useId();
  const words = examplesWords(persons.slice(0, NAMED_AT_FIRST), count);
  if (words === '') return null;
  if (count <= NAMED_AT_FIRST)
    return (
      <p className={styles['names']}>
        <bdi>{words}</bdi>
      </p>
    );
  return (
    <>
      {all ? (
        <ol id={id} className={styles['everybody']} tabIndex={0} aria-label={what}>
          {persons.map(({ personId, displayName }) => (
            <li key={personId}>
              <bdi>{displayName ?? personId}</bdi>
            </li>
          ))}
          {count > persons.length ? <li>and {countOf(count - persons.length, 'other')}</li> : null}
        </ol>
      ) : (
        <p className={styles['names']}>
          <bdi>{words}</bdi>
        </p>
      )}
      <Button
        size="small"
        variant="quiet"
        className={styles['showAll']}
        aria-expanded={all}
        aria-controls={all ? id : undefined}
        aria-label={`${all ? 'Show the first few' : 'Show all'}: ${what}`}
        onClick={() => setAll(!all)}
      >
        {all ? 'Show the first few' : `Show all ${formatCount(count)}`}
      </Button>
    </>
  );
}
