import { expect, it } from 'vitest';
import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';
import { reachedBy } from './reached.ts';

const mapping = { name: 'people' } as ImportMapping;
const tried = { jobId: 'j', of: '{}', mark: 'm' };

it('an import that was begun says how far it came, and goes on there', () => {
  expect(reachedBy({ mapping: null, tried: null })).toEqual({ words: 'File chosen', step: 'file' });
  expect(reachedBy({ mapping, tried: null })).toEqual({ words: 'Mapping “people” begun', step: 'mapping' });
  expect(reachedBy({ mapping, tried })).toEqual({ words: 'Dry run made', step: 'try' });
});
