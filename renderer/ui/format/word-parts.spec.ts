import { describe, expect, it } from 'vitest';
import { speltDates, wordParts } from './word-parts.ts';

describe('dates and times in a text', () => {
  it('are told from the words between them', () => {
    expect(wordParts('Sir (until 2020-01-01), 3 Jan 2019 on, 2024-05')).toEqual([
      { kind: 'text', text: 'Sir (until ' },
      { kind: 'date', text: '2020-01-01' },
      { kind: 'text', text: '), ' },
      { kind: 'date', text: '3 Jan 2019' },
      { kind: 'text', text: ' on, ' },
      { kind: 'date', text: '2024-05' },
    ]);
  });

  it.each(['2024-02-03T04:05:06.000Z', '2024-02-03T04:05Z', '2024-02-03T04:05:06+02:00'])(
    '%s is a time',
    (text) => {
      expect(wordParts(`at ${text}.`)).toContainEqual({ kind: 'instant', text });
    },
  );

  it.each(['2024-02-03T04:05:06', 'id-2024-02-03-17', '2024-02-03T99:05:06Z', '3 January 2024', ''])(
    '%j is no time',
    (text) => {
      const parts = wordParts(text);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      expect(parts.some((part) => part.kind === 'instant')).toBe(false);
    },
  );
});

it('dates in a line that the program makes are written out', () => {
  expect(speltDates('Before the date of birth, 1990-04-01: enter a later date')).toBe(
    'Before the date of birth, 1 Apr 1990: enter a later date',
  );
  expect(speltDates('At 2024-02-03T04:05:06Z, in 2024-05')).toBe('At 2024-02-03T04:05:06Z, in 2024-05');
});
