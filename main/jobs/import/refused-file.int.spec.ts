import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportMappingInput } from '../../../domain/contract/import-mapping.ts';
import { addComponent, createPerson } from '../../testing/submissions.ts';
import { tempFolder } from '../../testing/temp-folder.ts';
import { openTestConsole } from '../../testing/test-console.ts';
import { openTestJobs, type TestJobs } from '../../testing/test-jobs.ts';
import { fileOf, HEADER, importFile, MIXED, people, tableOf } from './testing/imports.ts';

async function refusedFile(jobs: TestJobs, jobId: string, name: string): Promise<string> {
  const file = join(tempFolder(), name);
  const { jobId: writing } = await jobs.ask('jobs.write', { kind: 'import-refused', jobId, file });
  expect(await jobs.ended(writing)).toMatchObject({ state: 'done', error: null });
  return file;
}

describe('what was refused', () => {
  it('is a table like the one that came, with the reasons, and can be mended and imported', async () => {
    const jobs = openTestJobs(openTestConsole());
    const rows =
      'Id;First;Last;;E-mail;E-mail\n1;Ada;"Love;lace";;bad;x\n2;Alan;Turing;;;=1+1\n3;Grace;Hopper;;+44 1;y;surplus\n';
    const mapping: ImportMappingInput = {
      ...people,
      person: { name: { givenNames: ['First'], familyNames: ['Last'] } },
    };
    const { job, result } = await importFile(jobs, fileOf(rows), { mapping });
    expect(result).toMatchObject({ new: 1, refused: 2 });
    const file = await refusedFile(jobs, job.jobId, 'refused.csv');
    const text = readFileSync(file, 'utf8');
    expect(text.split('\r\n')).toEqual([
      '\uFEFFimport-row;import-code;import-reason;Id;First;Last;column 4;E-mail;E-mail (2)',
      '1;component-invalid;E-mail “bad”: Must be an e-mail address like name@example.org;1;Ada;"Love;lace";;bad;x',
      expect.stringMatching(/^3;row-columns-differ;.*;3;Grace;Hopper;;\+44 1;y;surplus$/),
      '',
    ]);
    const mended = fileOf(
      text.replace(';bad;', ';ada@x.org;').replace('+44 1', 'g@x.org').replace(';surplus', ''),
    );
    const again = await importFile(jobs, mended, { mapping });
    expect(again.result).toMatchObject({ rows: 2, new: 2 });
  });

  it('of JSON stands in a list where it stood, of JSON Lines on lines, and reasons replace former ones', async () => {
    const jobs = openTestJobs(openTestConsole());
    const bad = { Id: '1', First: 'Ada', 'E-mail': 'bad' };
    const mapping: ImportMappingInput = { ...people, reading: {} };
    const whole = fileOf(JSON.stringify({ data: { persons: [bad, 7] } }), 'people.json');
    const { job } = await importFile(jobs, whole, { mapping });
    const file = await refusedFile(jobs, job.jobId, 'refused.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      data: {
        persons: [
          { ...bad, 'import-row': 1, 'import-code': 'component-invalid' },
          { 'import-row': 2, 'import-code': 'row-not-json', 'import-source': 7 },
        ],
      },
    });
    const second = await importFile(jobs, file, { mapping });
    const again = await refusedFile(jobs, second.job.jobId, 'again.json');
    expect(readFileSync(again, 'utf8').match(/import-code/g)).toHaveLength(2);
    const lines = fileOf(`{"Id":"1","First":"Ada","E-mail":"bad"}\nnonsense\n`, 'people.jsonl');
    const third = await importFile(jobs, lines, { mapping });
    const linesFile = readFileSync(await refusedFile(jobs, third.job.jobId, 'refused.jsonl'), 'utf8');
    expect(
      linesFile
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toMatchObject([
      { ...bad, 'import-code': 'component-invalid' },
      { 'import-code': 'row-not-json', 'import-source': 'nonsense' },
    ]);
  });

  it.each([
    [
      'a mark of the encoding that the mapping names',
      {
        name: 'people.jsonl',
        bytes: Buffer.from('{"Id":"1","First":"Zo\u00eb","E-mail":"bad"}\n', 'latin1'),
        encoding: 'windows-1252',
      },
      /^\uFEFF\{"import-row":1,"import-code":"component-invalid","import-reason":".+","Id":"1","First":"Zo\u00eb","E-mail":"bad"\}\n$/u,
    ],
    [
      'a list that is the whole file',
      { name: 'people.json', bytes: Buffer.from('[{"Id":"1","First":"Ada","E-mail":"bad"}]') },
      /^\[\n\{"import-row":1,"import-code":"component-invalid",.+\}\n\]\n$/u,
    ],
    [
      'a row that is cut off as it stands',
      { name: 'people.csv', bytes: Buffer.from('Id,First,Last,Born,E-mail\n,Ada\n') },
      /^\uFEFFimport-row,import-code,import-reason,Id,First,Last,Born,E-mail\r\n1,row-columns-differ,.+,,Ada\r\n$/u,
    ],
  ] as const)('has %s', async (_what, { name, bytes, ...reading }, expected) => {
    const jobs = openTestJobs(openTestConsole());
    const { job, result } = await importFile(jobs, fileOf(bytes, name), { mapping: { ...people, reading } });
    expect(result).toMatchObject({ refused: 1 });
    const file = await refusedFile(jobs, job.jobId, `refused-${name}`);
    expect(readFileSync(file, 'utf8')).toMatch(expected);
  });

  it('a second time has the reasons of the second time alone, in its columns', async () => {
    const jobs = openTestJobs(openTestConsole());
    const first = await importFile(jobs, fileOf(MIXED));
    const file = await refusedFile(jobs, first.job.jobId, 'refused.csv');
    const second = await importFile(jobs, file);
    expect(second.result).toMatchObject({ rows: 5, changed: 1, refused: 4 });
    const again = readFileSync(await refusedFile(jobs, second.job.jobId, 'again.csv'), 'utf8').split('\r\n');
    expect(again[0]).toBe('\uFEFFimport-row,import-code,import-reason,Id,First,Last,Born,E-mail');
    expect(again.slice(1, -1).map((row) => row.split(',').slice(0, 2))).toEqual([
      ['1', 'key-missing'],
      ['2', 'command-invalid'],
      ['3', 'command-invalid'],
      ['4', 'component-invalid'],
    ]);
  });

  it('is refused again where it is cut off and nobody mended it, and taken once it is whole', async () => {
    const jobs = openTestJobs(openTestConsole());
    const cut = await importFile(jobs, fileOf(`${HEADER}1,Ada,Lovelace,1815-12\n`));
    const file = await refusedFile(jobs, cut.job.jobId, 'refused.csv');
    const same = await importFile(jobs, file);
    expect(same.rows).toMatchObject([{ outcome: 'refused', code: 'row-columns-differ' }]);
    const mended = readFileSync(file, 'utf8').replace('1815-12\r', '1815-12-10,\r');
    expect((await importFile(jobs, fileOf(mended))).result).toMatchObject({ new: 1, refused: 0 });
  });

  it('says all that is wrong with a row: what cannot be read and what cannot be kept, and nothing that only follows', async () => {
    const jobs = openTestJobs(openTestConsole());
    const mapping: ImportMappingInput = {
      ...people,
      person: { ...people.person, birthDate: { path: 'Born', then: [{ do: 'date', format: 'D.M.YYYY' }] } },
      components: [
        ...(people.components ?? []),
        {
          type: 'PhoneNumber',
          fact: 'p',
          data: {
            number: 'Phone',
            countryCode: { path: 'Code', then: [{ do: 'lower' }, { do: 'number' }, { do: 'text' }] },
          },
        },
      ],
    };
    const rows = `Id,First,Last,Born,E-mail,Phone,Code\n1,Ada,Lovelace,in May,bad,044 668 18 00,CH\n`;
    const found = await importFile(jobs, fileOf(rows), { mapping, dryRun: true });
    const [row] = found.rows;
    expect(row).toMatchObject({ outcome: 'refused', code: 'date-unreadable', field: 'Born' });
    expect(row?.faults.map(({ code, field, value }) => [code, field, value])).toEqual([
      ['date-unreadable', 'Born', 'in May'],
      ['number-unreadable', 'Code', 'CH'],
      ['component-invalid', 'E-mail', 'bad'],
    ]);
    const text = readFileSync(await refusedFile(jobs, found.job.jobId, 'refused.csv'), 'utf8');
    expect(text).toMatch(/Born: “in May” is no date.*; Code “CH”: “ch” is no number.*; E-mail “bad”: /u);
  });

  it('holds who possibly exists as well, with whom they were taken for, and nothing where all were taken', async () => {
    const console = openTestConsole();
    const jobs = openTestJobs(console);
    await console.submit(createPerson(1, 'Ada Lovelace'));
    await console.submit(addComponent(1, 'EmailAddress', { address: 'ada1@example.org' }));
    console.engine.engine.catchUp();
    const { job } = await importFile(jobs, fileOf(tableOf(2)));
    const rows = readFileSync(await refusedFile(jobs, job.jobId, 'refused.csv'), 'utf8').split('\r\n');
    expect(rows).toHaveLength(3);
    expect(rows[1]).toMatch(/^1,possible-duplicate,/u);
    const taken = await importFile(jobs, fileOf(tableOf(2)), { duplicates: 'import' });
    const none = readFileSync(await refusedFile(jobs, taken.job.jobId, 'none.csv'), 'utf8');
    expect(none).toBe('\uFEFFimport-row,import-code,import-reason,Id,First,Last,Born,E-mail\r\n');
  });
});
