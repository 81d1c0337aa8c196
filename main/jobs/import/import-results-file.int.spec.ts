import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addComponent, createPerson, personIdOf } from '../../testing/submissions.ts';
import { tempFolder } from '../../testing/temp-folder.ts';
import { openTestConsole } from '../../testing/test-console.ts';
import { openTestJobs, type TestJobs } from '../../testing/test-jobs.ts';
import { fileOf, HEADER, importFile, tableOf } from './testing/imports.ts';

async function exported(jobs: TestJobs, jobId: string, rows: number): Promise<readonly string[]> {
  const file = join(tempFolder(), 'results.csv');
  const { jobId: writing } = await jobs.ask('jobs.write', { kind: 'results-export', jobId, file });
  expect(await jobs.ended(writing)).toMatchObject({ state: 'done', result: { file, rows }, error: null });
  return readFileSync(file, 'utf8').slice(1).trimEnd().split('\r\n');
}

describe('the results of an import as a table', () => {
  it('say of every row what came of it, whatever that is', async () => {
    const console = openTestConsole();
    const jobs = openTestJobs(console);
    await importFile(jobs, fileOf(`${HEADER}1,Ada,Byron,,ada@x.org\n2,Alan,Turing,,\n`));
    await console.submit(createPerson(1, 'Grace Hopper'));
    await console.submit(addComponent(1, 'EmailAddress', { address: 'grace@x.org' }));
    console.engine.engine.catchUp();
    const rows = [
      '1,Ada,Lovelace,,ada@y.org',
      '2,Alan,Turing,,',
      '3,=Eve,New,,',
      '4,Grace,Hopper,,grace@x.org',
    ];
    const file = fileOf(`${HEADER}${rows.join('\n')}\n5,,,,\n`);
    const tried = await importFile(jobs, file, { dryRun: true });
    const lines = await exported(jobs, tried.job.jobId, 5);
    expect(lines[0]).toBe(
      'Row,Source key,Person id,Name,Would be,Changes,Possibly the same as,Code,Field,Reason',
    );
    expect(lines[1]).toMatch(
      /^1,1,[\da-f-]{36},Ada Lovelace,changed,"?name changed: familyNames; EmailAddress changed: address"?,,,,$/u,
    );
    expect(lines[2]).toMatch(/^2,2,[\da-f-]{36},Alan Turing,unchanged,,,,,$/u);
    expect(lines[3]).toMatch(/^3,3,[\da-f-]{36},"'=Eve New",new,/u);
    expect(lines[4]).toContain(`Grace Hopper,duplicate,,Grace Hopper (${personIdOf(1)}),possible-duplicate,`);
    expect(lines[5]).toMatch(/,refused,,,command-invalid,"First, Last",/u);
    const ran = await importFile(jobs, file);
    const [head, ...results] = await exported(jobs, ran.job.jobId, 5);
    expect(head).toContain(',Name,Result,');
    expect(results).toEqual(lines.slice(1));
  });

  it('are whole where there are more than are read at once', async () => {
    const jobs = openTestJobs(openTestConsole());
    const { job } = await importFile(jobs, fileOf(tableOf(1203)), { dryRun: true });
    const [, ...lines] = await exported(jobs, job.jobId, 1203);
    expect(lines.map((line) => Number(line.split(',')[0]))).toEqual(
      Array.from({ length: 1203 }, (_, index) => index + 1),
    );
  });
});
