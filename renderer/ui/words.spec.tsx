import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { usePreferences } from '../state/preferences.ts';
import { absoluteTime } from './format/time.ts';
import { Words } from './words.tsx';

const at = '2024-02-03T22:05:06.000Z';

describe('a text with dates and times', () => {
  it('shows a time in the zone that the operator chose, and as it is stored on hover', () => {
    const { timeZone } = usePreferences.getInitialState();
    expect(renderToStaticMarkup(<Words text={`Recorded at ${at}`} />)).toBe(
      `Recorded at <time dateTime="${at}" data-hint="${at}" class="whole">${absoluteTime(at, { timeZone })}</time>`,
    );
  });

  it('keeps dates whole, and writes them out only where the program made the text', () => {
    const text = 'Analyst (since 2019-01-03)';
    expect(renderToStaticMarkup(<Words text={text} />)).toContain('<span class="whole">2019-01-03</span>');
    expect(renderToStaticMarkup(<Words text={text} spelt />)).toContain(
      '<span class="whole">3 Jan 2019</span>',
    );
  });
});
