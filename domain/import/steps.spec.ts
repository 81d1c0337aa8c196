import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { callingCodeOf } from './calling-codes.ts';
import { DATE_FORMATS, readDate, suitsDate } from './dates.ts';
import { applyStep, type Scalar } from './steps.ts';

type Step = Parameters<typeof applyStep>[0];

function after(step: Step, value: Scalar | readonly Scalar[]): unknown {
  const done = applyStep(step, value);
  return 'fault' in done ? done.fault.code : done.value;
}

describe('a step', () => {
  it.each<[Step, Scalar | readonly Scalar[], unknown]>([
    [{ do: 'lower' }, 'ÄDA', 'äda'],
    [{ do: 'upper' }, 'ch', 'CH'],
    [{ do: 'digits' }, '+41 (0)44', '41044'],
    [{ do: 'digits' }, 'none', undefined],
    [{ do: 'text' }, 117501995, '117501995'],
    [{ do: 'number' }, "1'234.5", 1234.5],
    [{ do: 'number' }, 7, 7],
    [{ do: 'number' }, 'twelve', 'number-unreadable'],
    [{ do: 'yes-no' }, 'Yes', true],
    [{ do: 'yes-no' }, 0, false],
    [{ do: 'yes-no' }, true, true],
    [{ do: 'yes-no' }, 'perhaps', 'yes-no-unreadable'],
    [{ do: 'date', format: 'D.M.YYYY' }, '1.12.1815', '1815-12-01'],
    [{ do: 'date', format: 'DD/MM/YYYY' }, '1815-12-10', 'date-unreadable'],
    [{ do: 'split', by: ';' }, ' a; ;b', ['a', 'b']],
    [{ do: 'split', by: ',' }, ['a,b', 'c'], ['a', 'b', 'c']],
    [{ do: 'part', by: ',', at: 0 }, 'Lovelace, Ada', 'Lovelace'],
    [{ do: 'part', by: ',', at: -1 }, 'Lovelace, Ada', 'Ada'],
    [{ do: 'part', by: ',', at: 5 }, 'Lovelace, Ada', undefined],
    [{ do: 'calling-code' }, '+41 44 668 18 00', '+41'],
    [{ do: 'country-code' }, 'Deutschland', 'DE'],
    [{ do: 'country-code' }, 'ch', 'CH'],
    [{ do: 'country-code' }, 'Narnia', 'country-unknown'],
    [{ do: 'lookup', table: { F: 'female' }, otherwise: 'refuse' }, 'F', 'female'],
    [{ do: 'lookup', table: { F: 'female' }, otherwise: 'refuse' }, 'X', 'lookup-missing'],
    [{ do: 'lookup', table: { F: 'female' }, otherwise: 'keep' }, 'X', 'X'],
    [{ do: 'lookup', table: { F: 'female' }, otherwise: 'leave-out' }, 'X', undefined],
    [{ do: 'lookup', table: {}, otherwise: 'refuse' }, 'constructor', 'lookup-missing'],
    [{ do: 'number' }, ['1', 'x'], 'number-unreadable'],
  ])('%j makes of %j %j', (step, value, expected) => {
    expect(after(step, value)).toEqual(expected);
  });

  it('repeats only the beginning of what it cannot read', () => {
    const done = applyStep({ do: 'number' }, 'x'.repeat(5000));
    expect('fault' in done && done.fault.message.length < 200).toBe(true);
  });
});

describe('a date', () => {
  property.prop([fc.date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })])(
    'that is written in a form is read back from it',
    (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year = '', month = '', day = ''] = iso.split('-');
      for (const format of DATE_FORMATS) {
        const written = format.replace('YYYY', year).replace(/M+/, month).replace(/D+/, day);
        expect(readDate(written, format)).toBe(iso);
        expect(suitsDate(written, format)).toBe(true);
      }
    },
  );

  it('is none where month and day are impossible, or the form names a part twice', () => {
    expect(suitsDate('31.12.2001', 'M.D.YYYY')).toBe(false);
    expect(readDate('12.12.2001', 'M.M.YYYY')).toBe(null);
  });
});

describe('a calling code', () => {
  it.each([
    ['+1 202 224 3441', '+1'],
    ['0041 44 668 18 00', '+41'],
    ['+353 1 234 5678', '+353'],
    ['+49 171/5554433', '+49'],
    ['+7 495 123 45 67', '+7'],
    ['044 668 18 00', undefined],
    ['+', undefined],
  ])('of %s is %s', (number, code) => {
    expect(callingCodeOf(number)).toBe(code);
  });
});
