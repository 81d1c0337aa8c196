import { expect, it } from 'vitest';
import { differing } from './form-paths.ts';

it('names what differs by its path, a list as one value', () => {
  const theirs = { name: { given: 'Ada', family: 'King' }, tags: ['a'], reason: '' };
  expect(
    differing({ name: { given: 'Ada', family: 'Byron' }, tags: ['a', 'b'], reason: '' }, theirs),
  ).toEqual({
    'name.family': 'Byron',
    tags: ['a', 'b'],
  });
  expect(differing(theirs, theirs)).toEqual({});
});
