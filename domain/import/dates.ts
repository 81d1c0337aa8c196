const TOKEN = /YYYY|MM|M|DD|D/g;
const DIGITS: Readonly<Record<string, string>> = {
  YYYY: String.raw`(?<year>\d{4})`,
  MM: String.raw`(?<month>\d{2})`,
  M: String.raw`(?<month>\d{1,2})`,
  DD: String.raw`(?<day>\d{2})`,
  D: String.raw`(?<day>\d{1,2})`,
};

/** The forms that are tried where nobody says one, those that can be told apart first. */
export const DATE_FORMATS = [
  'YYYY-MM-DD',
  'YYYY/M/D',
  'YYYY.M.D',
  'D.M.YYYY',
  'D/M/YYYY',
  'M/D/YYYY',
  'D-M-YYYY',
];

const patterns = new Map<string, RegExp | null>();

/** Asked for every value of a file, and there are few. */
function patternOf(format: string): RegExp | null {
  const known = patterns.get(format);
  if (known !== undefined) return known;
  const pattern = patternFrom(format);
  patterns.set(format, pattern);
  return pattern;
}

function patternFrom(format: string): RegExp | null {
  try {
    const escaped = format.replaceAll(/[./]/g, String.raw`\$&`);
    return new RegExp(`^${escaped.replaceAll(TOKEN, (token) => DIGITS[token] ?? token)}$`);
  } catch {
    // The same part twice.
    return null;
  }
}

/** `YYYY-MM-DD`, or null. Whether there is such a day the domain decides, in its own words. */
export function readDate(text: string, format: string): string | null {
  const { year, month, day } = patternOf(format)?.exec(text)?.groups ?? {};
  if (year === undefined || month === undefined || day === undefined) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function isDay(date: string): boolean {
  const [month = 0, day = 0] = date.split('-').slice(1).map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** Whether a text is a date of a form, as far as months and days go. */
export function suitsDate(text: string, format: string): boolean {
  const date = readDate(text, format);
  return date !== null && isDay(date);
}
