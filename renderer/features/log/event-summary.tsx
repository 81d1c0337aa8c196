import type { LogRow } from '../../../domain/contract/views.ts';
import { Isolate } from '../../ui/isolate.tsx';
import { Words } from '../../ui/words.tsx';
import { eventIcons } from '../../words/event-icons.ts';
import { readingOf } from '../../words/event-data.ts';
import { eventWords } from '../../words/event-words.ts';
import type { WordLine } from '../../words/word-line.ts';
import styles from './log-cells.module.css';
import { rowLines } from './row-words.ts';

function Part({ line: { label, before, after } }: { readonly line: WordLine }) {
  const changed = before !== undefined && after !== undefined;
  const words = (text: string) => (
    <Isolate of={text}>
      <Words text={text} spelt={label === undefined} />
    </Isolate>
  );
  return (
    <>
      {' · '}
      {label === undefined || label === '' ? null : `${label} `}
      {before === undefined ? null : <del>{words(before)}</del>}
      {changed ? ' → ' : null}
      {after === undefined ? null : changed ? <ins>{words(after)}</ins> : words(after)}
    </>
  );
}

/** What happened, in a line. */
export function EventSummary({ row }: { readonly row: LogRow }) {
  const words = eventWords(readingOf(row));
  const Icon = eventIcons[words.kind];
  return (
    <span className={styles['summary']}>
      <Icon aria-hidden size={14} className={styles[words.tone]} />
      <span className={styles['words']}>
        <span className={styles['title']}>{words.title}</span>
        {rowLines(words.lines).map((line, index) => (
          <Part key={index} line={line} />
        ))}
        {words.reason === null ? null : (
          <>
            {' · because: '}
            <Isolate of={words.reason}>
              <Words text={words.reason} />
            </Isolate>
          </>
        )}
      </span>
    </span>
  );
}
