import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportResult, ImportRow } from '../../../../domain/contract/import.ts';
import type { ImportMappingInput } from '../../../../domain/contract/import-mapping.ts';
import type { Job } from '../../../../domain/contract/jobs.ts';
import { tempFolder } from '../../../testing/temp-folder.ts';
import type { TestJobs } from '../../../testing/test-jobs.ts';

/** A table of persons with an e-mail address each. */
export const people: ImportMappingInput = {
  language: 1,
  name: 'people',
  source: 'people',
  key: 'Id',
  person: { name: { givenNames: ['First'], familyNames: ['Last'] }, birthDate: 'Born' },
  components: [{ type: 'EmailAddress', fact: 'email', data: { address: 'E-mail' } }],
};

export const HEADER = 'Id,First,Last,Born,E-mail\n';

/** Rows of such a table, from 1 on. */
export function tableOf(count: number, last = 'Lovelace'): string {
  const row = (number: number) =>
    `${number},Ada${number},${last},18${10 + (number % 90)}-12-10,ada${number}@example.org\n`;
  return HEADER + Array.from({ length: count }, (_, index) => row(index + 1)).join('');
}

/** A row that is taken, another one, and one of each kind that is refused. */
export const MIXED = `${HEADER}1,Ada,Lovelace,1815-12-10,ada@x.org
2,Alan,Turing,1912-06-23,
,Nobody,Known,,
4,Grace,Hopper,9.12.1906,grace@x.org
5,,,,
6,Eve,Mail,,no-address
1,Ada,Again,,
`;

export function fileOf(text: string | Buffer, name = 'people.csv'): string {
  const file = join(tempFolder(), name);
  writeFileSync(file, text);
  return file;
}

export interface ImportAsked {
  readonly dryRun?: boolean;
  readonly mapping?: ImportMappingInput;
  readonly duplicates?: 'skip' | 'import';
}

export interface Imported {
  readonly job: Job;
  readonly result: ImportResult;
  readonly rows: readonly ImportRow[];
}

export async function startImport(jobs: TestJobs, path: string, asked: ImportAsked = {}): Promise<string> {
  const { fileId } = await jobs.ask('import.open', { path });
  const { dryRun = false, mapping = people, duplicates = 'skip' } = asked;
  const { jobId } = await jobs.ask('import.start', { fileId, mapping, dryRun, duplicates });
  return jobId;
}

/** Waits for the end of an import, and reads what came of each of its rows. */
export async function imported(jobs: TestJobs, jobId: string): Promise<Imported> {
  const job = await jobs.ended(jobId);
  const { rows } = await jobs.ask('import.results', { jobId, limit: 1000 });
  return { job, rows, result: job.result as ImportResult };
}

export async function importFile(jobs: TestJobs, path: string, asked: ImportAsked = {}): Promise<Imported> {
  return imported(jobs, await startImport(jobs, path, asked));
}
