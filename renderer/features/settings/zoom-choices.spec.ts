import { expect, it } from 'vitest';
import { zoomChoices } from './zoom-choices.ts';

it('the size in use is offered once, in its place', () => {
  expect(zoomChoices(1).map(({ label }) => label)).toEqual([
    '80 %',
    '90 %',
    '100 %',
    '110 %',
    '125 %',
    '150 %',
    '175 %',
    '200 %',
  ]);
  expect(zoomChoices(1.2)[4]).toEqual({ value: '1.2', label: '120 %' });
  expect(zoomChoices(3).at(-1)).toEqual({ value: '3', label: '300 %' });
});
