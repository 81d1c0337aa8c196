import { expect, it } from 'vitest';
import { birthText } from './birth-text.ts';

const born = { birthDate: '1990-04-01', lifecycle: { status: 'active' } } as const;

it('the age is that of the moment that is looked at', () => {
  expect(birthText(born, '2026-03-31T23:00:00.000Z')).toBe('1 Apr 1990, aged 35');
  expect(birthText(born, '2019-04-01T00:00:00.000Z')).toBe('1 Apr 1990, aged 29');
});

it('after a death the age is the one that was reached', () => {
  const lifecycle = {
    status: 'deceased',
    dateOfDeath: '2020-01-01',
    since: '2020-01-02T00:00:00.000Z',
  } as const;
  expect(birthText({ ...born, lifecycle }, '2026-01-01')).toBe('1 Apr 1990, lived 29');
});

it('without a date of birth nothing is said', () => {
  expect(birthText({ ...born, birthDate: null }, '2026-01-01')).toBeNull();
});
