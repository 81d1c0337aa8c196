import { Fragment } from 'react';
import { usePreferences } from '../state/preferences.ts';
import { absoluteTime } from './format/time.ts';
import { wordParts } from './format/word-parts.ts';

/** A text whose dates stay whole where it wraps and whose times are in UTC or local, as the operator chose. */
export function Words({ text }: { readonly text: string }) {
  const timeZone = usePreferences((preferences) => preferences.timeZone);
  return wordParts(text).map(({ kind, text: part }, index) => {
    if (kind === 'text') return <Fragment key={index}>{part}</Fragment>;
    if (kind === 'date') {
      return (
        <span key={index} className="whole">
          {part}
        </span>
      );
    }
    return (
      <time key={index} dateTime={part} title={part} className="whole">
        {absoluteTime(part, { timeZone })}
      </time>
    );
  });
}
