import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportResult } from '../../../domain/contract/import.ts';
import type { ImportMappingInput } from '../../../domain/contract/import-mapping.ts';
import { tempFolder } from '../../testing/temp-folder.ts';
import { openTestConsole } from '../../testing/test-console.ts';
import { openTestJobs, type TestJobs } from '../../testing/test-jobs.ts';

export const people: ImportMappingInput = {
  language: 1,
  name: 'people',
  source: 'people',
  key: 'Id',
  person: { name: { givenNames: ['First'], familyNames: ['Last'] }, birthDate: 'Born' },
  components: [{ type: 'EmailAddress', fact: 'email', data: { address: 'E-mail' } }],
};

function fileOf(text: string | Buffer, name = 'people.csv'): string {
  const file = join(tempFolder(), name);
  writeFileSync(file, text);
  return file;
}

async function run(
  jobs: TestJobs,
  path: string,
  options: { dryRun?: boolean; mapping?: ImportMappingInput } = {},
) {
  const { fileId } = await jobs.ask('import.open', { path });
  const { dryRun = false, mapping = people } = options;
  const { jobId } = await jobs.ask('import.start', { fileId, mapping, dryRun });
  const job = await jobs.ended(jobId);
  expect(job.error).toBe(null);
  const { rows } = await jobs.ask('import.results', { jobId, limit: 1000 });
  return { job, rows, result: job.result as ImportResult };
}

const TABLE =
  'Id,First,Last,Born,E-mail\n1,Ada,Lovelace,1815-12-10,ada@x.org\n2,Alan,Turing,1912-06-23,\n3,,,,\n4,Grace,Hopper,09.12.1906,g\n';

describe('an import', () => {
  it('tries, runs, and changes nothing the second time', async () => {
    const console = openTestConsole();
    const jobs = openTestJobs(console);
    const file = fileOf(TABLE);
    const tried = await run(jobs, file, { dryRun: true });
    expect(tried.result).toMatchObject({ rows: 4, new: 2, refused: 2 });
    expect((await console.ask('persons.list', {})).rows).toHaveLength(0);
    const ran = await run(jobs, file);
    expect(ran.rows).toEqual(tried.rows);
    expect((await console.ask('persons.list', {})).rows).toHaveLength(2);
    expect(ran.job.progress.rows?.done).toBe(4);
    const again = await run(jobs, file);
    expect(again.result).toMatchObject({ rows: 4, unchanged: 2, refused: 2 });
  });
});
