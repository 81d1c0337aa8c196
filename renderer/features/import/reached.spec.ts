import { expect, it } from 'vitest';
import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';
import { reachedBy, withoutTried } from './reached.ts';

const mapping = { name: 'people' } as ImportMapping;
const tried = { jobId: 'j', of: '{}', mark: 'm' };

it('an import that was begun says how far it came, and goes on there', () => {
  expect(reachedBy({ mapping: null, tried: null }, [])).toEqual({ words: 'File chosen', step: 'file' });
  expect(reachedBy({ mapping, tried: null }, [])).toEqual({
    words: 'Mapping “people” begun',
    step: 'mapping',
  });
  expect(reachedBy({ mapping, tried }, [])).toEqual({ words: 'Dry run made', step: 'try' });
});

it.each([
  ['running', 'Dry run under way'],
  ['done', 'Dry run made'],
  ['cancelled', 'Dry run cancelled'],
  ['interrupted', 'Dry run interrupted'],
  ['failed', 'Dry run failed'],
] as const)('a dry run that is %s is called so', (state, words) => {
  expect(reachedBy({ mapping, tried }, [{ jobId: 'j', state }])).toEqual({ words, step: 'try' });
});

it('the dry run of what was begun is told there, not as an earlier import as well', () => {
  const jobs = [{ jobId: 'j' }, { jobId: 'k' }];
  expect(withoutTried(jobs, [{ tried }, { tried: null }])).toEqual([{ jobId: 'k' }]);
});
