import { expect, it } from 'vitest';
import { toldProblems } from './calm-rule.ts';

it('what a new rule lacks is not told, what others lack is', () => {
  const problems = ['key', 'components/1/data/city', 'components/10/data/city', 'components/1/fact'].map(
    (at) => ({ at, where: at, message: 'Is needed' }),
  );
  expect(toldProblems(problems, 1).map(({ at }) => at)).toEqual(['key', 'components/10/data/city']);
  expect(toldProblems(problems, null)).toBe(problems);
});
