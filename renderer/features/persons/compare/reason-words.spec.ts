import { expect, it } from 'vitest';
import { reasonWords } from './reason-words.ts';

const email = { kind: 'email', value: 'a@b.org', degree: null } as const;
const phone = { kind: 'phone', value: '+4144', degree: null } as const;
const born = { kind: 'birth-date-and-name', value: '1987-02-28', degree: 0.92 } as const;

it.each([
  [[email], 'the e-mail address a@b.org'],
  [[email, phone], 'the e-mail address a@b.org and the phone number +4144'],
  [[born], 'the date of birth 28 Feb 1987 and nearly the name'],
  [[{ ...born, degree: 1 }], 'the date of birth 28 Feb 1987 and the name'],
  [
    [email, phone, born],
    'the e-mail address a@b.org, the phone number +4144, the date of birth 28 Feb 1987 and nearly the name',
  ],
])('%j', (reasons, words) => {
  expect(reasonWords(reasons)).toBe(words);
});
