import { describe, expect, it } from 'vitest';
import { type ImportMappingInput, importMappingSchema } from '../../../domain/contract/import-mapping.ts';
import type { Job } from '../../../domain/contract/jobs.ts';
import { lastUse, readsWords } from './mapping-reads.ts';

const mapping = (changes: Partial<ImportMappingInput> = {}) =>
  importMappingSchema.parse({
    language: 1,
    name: 'people',
    source: 'people',
    key: 'Id',
    person: { name: { givenNames: ['First'] } },
    ...changes,
  });

describe('what a mapping reads', () => {
  it('is named by its columns', () => {
    expect(readsWords(mapping())).toBe('Id, First');
  });

  it('has the first few columns and the number of the others, and the kind of file', () => {
    const wide = mapping({
      reading: { format: 'jsonl' },
      person: { name: { givenNames: ['First'], familyNames: ['Last'] }, birthDate: 'Born', location: 'Town' },
    });
    expect(readsWords(wide)).toBe('JSON Lines: Id, First, Last and 2 more');
  });
});

function job(startedAt: string, mappingName: string | null, kind: Job['kind'] = 'import'): Job {
  const counts = { rows: 1, new: 1, changed: 0, unchanged: 0, duplicate: 0, refused: 0 };
  const order = { file: 'a.csv', fileId: 'f', dryRun: false, duplicates: 'skip', source: 'people' };
  return {
    jobId: startedAt,
    kind,
    subject: 'a.csv',
    state: 'done',
    startedAt,
    startedBy: null,
    endedAt: startedAt,
    progress: { done: 1, total: 1, perSecond: null, secondsLeft: null },
    result: mappingName === null ? null : { ...counts, ...order, mapping: mappingName, mappingVersion: 1 },
    error: null,
  };
}

describe('the last use of a mapping', () => {
  it('is the newest import by its name', () => {
    const jobs = [
      job('2024-03-01T10:00:00Z', 'people'),
      job('2024-05-01T10:00:00Z', 'people'),
      job('2024-06-01T10:00:00Z', 'others'),
      job('2024-07-01T10:00:00Z', 'people', 'import-refused'),
      job('2024-08-01T10:00:00Z', null),
    ];
    expect(lastUse(jobs, 'people')).toBe('2024-05-01T10:00:00Z');
  });

  it('is not known where no such import is kept', () => {
    expect(lastUse([job('2024-06-01T10:00:00Z', 'others')], 'people')).toBeNull();
  });
});
