import { calendarDate } from './time.ts';

/** A stretch of a text: a date, which stays whole where the line wraps, or a time, which is shown in the chosen zone. */
export interface WordPart {
  readonly kind: 'text' | 'date' | 'instant';
  readonly text: string;
}

const DAY = String.raw`\d{4}-\d{2}-\d{2}`;
const MONTH = String.raw`\d{4}-\d{2}`;
/** Only with its zone: without one it is nobody's time in particular. */
const ZONED = String.raw`${DAY}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+\-]\d{2}:\d{2})`;
const IN_WORDS = String.raw`\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}`;
const PARTS = new RegExp(String.raw`(?<![\w\-])(?:(${ZONED})|${DAY}|${MONTH}|${IN_WORDS})(?![\w\-])`, 'gu');

function isInstant(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

/** Dates (`2024-02-03`, `3 Feb 2024`) and times (`2024-02-03T04:05:06Z`) in a text, and what stands between them. */
export function wordParts(text: string): readonly WordPart[] {
  const parts: WordPart[] = [];
  let end = 0;
  for (const match of text.matchAll(PARTS)) {
    const [found, zoned] = match;
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    parts.push({ kind: zoned !== undefined && isInstant(zoned) ? 'instant' : 'date', text: found });
    end = match.index + found.length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

/** A line that the program makes, its dates written out. */
export function speltDates(text: string): string {
  return wordParts(text)
    .map((part) => (part.kind === 'date' ? calendarDate(part.text) : part.text))
    .join('');
}
