import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolderAt } from '../store/data-folder.ts';
import { openReadable } from '../store/sqlite/open-database.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { cliScript, startScript } from './testing/start-process.ts';

const ROWS = 2000;
const MAPPING = {
  language: 1,
  name: 'people',
  source: 'people',
  key: 'Id',
  person: { name: { givenNames: ['First'], familyNames: ['Last'] } },
  components: [{ type: 'EmailAddress', fact: 'email', data: { address: 'E-mail' } }],
};

function setUp() {
  const folder = tempFolder();
  const [file, mapping, data] = [
    join(folder, 'people.csv'),
    join(folder, 'mapping.json'),
    join(folder, 'data'),
  ];
  const rows = Array.from({ length: ROWS }, (_, index) => `${index},A${index},B,a${index}@x.org\n`);
  writeFileSync(file, `Id,First,Last,E-mail\n${rows.join('')}`);
  writeFileSync(mapping, JSON.stringify(MAPPING));
  return { file, mapping, data, jobs: dataFolderAt(data).jobs };
}

function inJobs(jobs: string, sql: string): unknown {
  if (!existsSync(jobs)) return null;
  const db = openReadable({ file: jobs });
  try {
    return db.prepare(sql).pluck().get() ?? null;
  } catch {
    // It is being made.
    return null;
  } finally {
    db.close();
  }
}

/** Runs the command line and kills it as soon as so many rows are written down. */
async function killAfter(rows: number, args: readonly string[], jobs: string): Promise<void> {
  const started = startScript(cliScript, args);
  while (Number(inJobs(jobs, 'SELECT count(*) FROM import_rows')) < rows) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  process.kill(started.pid, 'SIGKILL');
  expect(await started.end()).toMatchObject({ signal: 'SIGKILL' });
}

describe('an import that is killed', () => {
  it.each([[[1]], [[700]], [[300, 1200]]])(
    'after %j rows goes on and loses and doubles nothing',
    async (kills) => {
      const { file, mapping, data, jobs } = setUp();
      let args = ['import', file, '--mapping', mapping, '--data', data];
      for (const rows of kills) {
        await killAfter(rows, args, jobs);
        const jobId = String(inJobs(jobs, 'SELECT job_id FROM import_orders'));
        args = ['import', '--resume', jobId, '--data', data];
      }
      const resumed = await startScript(cliScript, args).end();
      const result = JSON.parse(resumed.lines.at(-1) ?? '{}') as object;
      expect(result).toMatchObject({ state: 'done', rows: ROWS, new: ROWS, unchanged: 0, refused: 0 });
      const verified = await startScript(cliScript, ['verify', '--data', data]).end();
      const report = JSON.parse(verified.lines.at(-1) ?? '{}') as object;
      expect(report).toMatchObject({ ok: true, events: 2 * ROWS, persons: ROWS });
    },
  );

  it('and begun anew finds what it had imported', async () => {
    const { file, mapping, data, jobs } = setUp();
    const args = ['import', file, '--mapping', mapping, '--data', data, '--duplicates', 'import'];
    await killAfter(500, args, jobs);
    const again = await startScript(cliScript, args).end();
    const result = JSON.parse(again.lines.at(-1) ?? '{}') as {
      new: number;
      unchanged: number;
      changed: number;
    };
    expect(result.unchanged).toBeGreaterThan(0);
    expect(result.new + result.unchanged + result.changed).toBe(ROWS);
    const verified = await startScript(cliScript, ['verify', '--data', data]).end();
    expect(JSON.parse(verified.lines.at(-1) ?? '{}')).toMatchObject({
      ok: true,
      events: 2 * ROWS,
      persons: ROWS,
    });
  });
});
