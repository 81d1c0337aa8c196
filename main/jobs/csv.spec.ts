import { expect, it } from 'vitest';
import { csvLine, fromSafeCell, safeCell } from './csv.ts';

it.each([
  ['plain', 'Ada Lovelace', 'Ada Lovelace'],
  ['with a comma', 'Lovelace, Ada', '"Lovelace, Ada"'],
  ['with quotes', 'Ada "Countess"', '"Ada ""Countess"""'],
  ['of two lines', 'one\ntwo', '"one\ntwo"'],
  ['that is empty', '', ''],
  ['with an e-mail address', 'ada@example.org', 'ada@example.org'],
  ['with a dash inside', 'Anne-Marie', 'Anne-Marie'],
])('a text %s is written as RFC 4180 has it', (_, text, written) => {
  expect(csvLine([text])).toBe(`${written}\r\n`);
});

it.each(['=1+1', '+41 44 668 18 00', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u200b=1', '＝1'])(
  'what a spreadsheet would take for a formula becomes a text: %j',
  (text) => {
    expect(csvLine([text])).toBe(`"'${text}"\r\n`);
  },
);

it.each(['=1+1', '+41 44 668 18 00', '-2', '\t=1', "'=1", "''+2", "'"])(
  'is read back as it was: %j',
  (text) => {
    expect(fromSafeCell(safeCell(text))).toBe(text);
  },
);

it.each(["'s-Hertogenbosch", "O'Brien", "'", '+41 44 668 18 00'])(
  'is not made safe, and stays: %j',
  (text) => {
    expect(fromSafeCell(text)).toBe(text);
  },
);

it('nothing stays nothing, and numbers stay numbers', () => {
  expect(csvLine([null, 3, -1])).toBe(',3,-1\r\n');
});
