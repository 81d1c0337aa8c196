import { Fragment } from 'react';
import { timeZoneOf, usePreferences } from '../state/preferences.ts';
import { absoluteTime, calendarDate } from './format/time.ts';
import { wordParts } from './format/word-parts.ts';

export interface WordsProps {
  readonly text: string;
  /** Dates are written out: for lines that the program makes, not for what somebody typed. */
  readonly spelt?: boolean | undefined;
}

/** A text whose dates stay whole where it wraps and whose times are in UTC or local, as the operator chose. */
export function Words({ text, spelt = false }: WordsProps) {
  const timeZone = usePreferences(timeZoneOf);
  return wordParts(text).map(({ kind, text: part }, index) => {
    if (kind === 'text') return <Fragment key={index}>{part}</Fragment>;
    if (kind === 'date') {
      return (
        <span key={index} className="whole">
          {spelt ? calendarDate(part) : part}
        </span>
      );
    }
    return (
      <time key={index} dateTime={part} data-hint={part} className="whole">
        {absoluteTime(part, { timeZone })}
      </time>
    );
  });
}
