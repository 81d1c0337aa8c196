/** Spreadsheets read UTF-8 only where the file says so. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet would take for the beginning of a formula, or for a key that leads to one. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const NEEDS_QUOTES = /[",\r\n;\t']/;

const isFormula = (value: string): boolean => FORMULA.test(value.replace(/^'+/u, ''));

/** An apostrophe makes a text of it, and spreadsheets do not show it. Whatever has one already gets another: one is taken off when it is read. */
export function safeCell(value: string): string {
  return isFormula(value) ? `'${value}` : value;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = safeCell(value);
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a cell said before it was made safe for spreadsheets. */
export function fromSafeCell(value: string): string {
  return value.startsWith("'") && isFormula(value) ? value.slice(1) : value;
}

/** One line as RFC 4180 has it. */
export function csvLine(values: readonly (string | number | null)[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}
