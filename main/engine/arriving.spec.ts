import { expect, it } from 'vitest';
import { Arriving } from './arriving.ts';

function bench() {
  const clock = { now: 1000 };
  return { clock, arriving: new Arriving(() => clock.now) };
}

it('one message now and then is followed by none', () => {
  const { arriving } = bench();
  expect(arriving.isExpected()).toBe(false);
  arriving.note(1, false);
  arriving.note(63, false);
  expect(arriving.isExpected()).toBe(false);
});

it.each([
  ['that others stand behind', 1, true],
  ['that come in numbers', 64, false],
])('after messages %s, more are expected for a tenth of a second', (_which, messages, more) => {
  const { clock, arriving } = bench();
  arriving.note(messages, more);
  clock.now += 99;
  expect(arriving.isExpected()).toBe(true);
  clock.now += 1;
  expect(arriving.isExpected()).toBe(false);
});

it('the last few of many do not end it', () => {
  const { clock, arriving } = bench();
  arriving.note(500, true);
  clock.now += 50;
  arriving.note(3, false);
  expect(arriving.isExpected()).toBe(true);
});
