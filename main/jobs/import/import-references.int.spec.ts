import { describe, expect, it } from 'vitest';
import type { ImportMappingInput } from '../../../domain/contract/import-mapping.ts';
import { createPerson, personIdOf } from '../../testing/submissions.ts';
import { openTestConsole } from '../../testing/test-console.ts';
import { openTestJobs } from '../../testing/test-jobs.ts';
import { fileOf, type Imported, importFile } from './testing/imports.ts';

const staff: ImportMappingInput = {
  language: 1,
  name: 'staff',
  source: 'staff',
  key: 'No',
  person: { name: { givenNames: ['First'], familyNames: ['Last'] } },
  components: [
    {
      type: 'Relationship',
      fact: 'boss',
      needs: ['Boss'],
      data: { otherPersonId: 'Boss', relationshipType: { constant: 'Manager' } },
    },
  ],
};

const HEADER = 'No,First,Last,Boss\n';

/** More rows than are planned at a time, each under the first of all or the one just above. */
function tree(count: number): string {
  const row = (n: number) => `${n},Ada${n},Quispe${n},${n === 1 ? '' : n % 2 === 0 ? 1 : n - 1}\n`;
  return HEADER + Array.from({ length: count }, (_, index) => row(index + 1)).join('');
}

const told = ({ rows }: Imported) =>
  rows.map(({ row, key, personId, outcome, code, message, field, changes }) => ({
    row,
    key,
    personId,
    outcome,
    code,
    message,
    field,
    changes,
  }));

async function both(text: string): Promise<{ readonly dry: Imported; readonly run: Imported }> {
  const jobs = openTestJobs(openTestConsole());
  const file = fileOf(text);
  const dry = await importFile(jobs, file, { mapping: staff, dryRun: true });
  const run = await importFile(jobs, file, { mapping: staff });
  return { dry, run };
}

describe('a row that refers to a person of the same file', () => {
  it('is taken where that row stands above, in a dry run as in a run, however many rows lie between', async () => {
    const { dry, run } = await both(tree(900));
    expect(dry.result).toMatchObject({ rows: 900, new: 900, refused: 0 });
    expect(run.result).toMatchObject({ rows: 900, new: 900, refused: 0 });
    expect(told(run)).toEqual(told(dry));
  });

  it('is refused where that row stands below, is not taken itself, or is not there', async () => {
    const { dry, run } = await both(
      `${HEADER}1,Ada,Quispe,3\n2,,,\n3,Grace,Okafor,\n4,Joan,Clarke,2\n5,Hedy,Lamarr,99\n6,Mary,Shaw,3\n`,
    );
    expect(run.rows.map(({ outcome }) => outcome)).toEqual([
      'refused',
      'refused',
      'new',
      'refused',
      'refused',
      'new',
    ]);
    expect(run.rows[0]).toMatchObject({ code: 'relationship-target-missing', field: 'Boss' });
    expect(run.rows[0]?.message).toContain('nor a row above this one');
    expect(told(run)).toEqual(told(dry));
  });

  it('is taken in a second import of the file, in which everybody is there', async () => {
    const jobs = openTestJobs(openTestConsole());
    const file = fileOf(`${HEADER}1,Ada,Quispe,2\n2,Grace,Okafor,\n`);
    expect((await importFile(jobs, file, { mapping: staff })).result).toMatchObject({ new: 1, refused: 1 });
    const again = await importFile(jobs, file, { mapping: staff });
    expect(again.result).toMatchObject({ new: 1, unchanged: 1, refused: 0 });
  });

  it('is taken where the keys of the source have the form of ids', async () => {
    const [boss, ada] = ['0198c0de-0000-7000-8000-00000000000a', '0198C0DE-0000-4000-8000-00000000000B'];
    const { dry, run } = await both(`${HEADER}${boss},Grace,Okafor,\n${ada},Ada,Quispe,${boss}\n`);
    expect(run.result).toMatchObject({ new: 2, refused: 0 });
    expect(told(run)).toEqual(told(dry));
  });

  it('is taken by the id of somebody who is there and whom the source does not know', async () => {
    const console = openTestConsole();
    const personId = personIdOf(1);
    await console.submit(createPerson(1, 'Grace Okafor'));
    console.engine.engine.catchUp();
    const jobs = openTestJobs(console);
    const { result } = await importFile(jobs, fileOf(`${HEADER}1,Ada,Quispe,${personId}\n`), {
      mapping: staff,
    });
    expect(result).toMatchObject({ new: 1, refused: 0 });
  });
});

describe('a row that refers to a possible duplicate of the same file', () => {
  const mapping: ImportMappingInput = {
    ...staff,
    components: [
      ...(staff.components ?? []),
      { type: 'EmailAddress', fact: 'email', data: { address: 'Mail' } },
    ],
  };
  const file = () =>
    fileOf(
      'No,First,Last,Boss,Mail\n1,Ada,Quispe,,ada@x.org\n2,Grace,Okafor,1,\n3,Joan,Clarke,2,\n4,Hedy,Lamarr,,\n',
    );

  async function withAda() {
    const jobs = openTestJobs(openTestConsole());
    const there = { ...mapping, source: 'elsewhere' };
    await importFile(jobs, fileOf('No,First,Last,Boss,Mail\n1,Ada,Quispe,,ada@x.org\n'), { mapping: there });
    return jobs;
  }

  it('is passed over with it, as the dry run says, however long the chain', async () => {
    const jobs = await withAda();
    const dry = await importFile(jobs, file(), { mapping, dryRun: true });
    expect(dry.rows.map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate', 'duplicate', 'new']);
    expect(dry.rows[1]).toMatchObject({
      code: 'refers-to-possible-duplicate',
      message: 'Refers to row 1, who is possibly somebody who is there already: decide that first',
    });
    expect(told(await importFile(jobs, file(), { mapping }))).toEqual(told(dry));
  });

  it('is taken with it where possible duplicates are imported: as many as the dry run counts', async () => {
    const jobs = await withAda();
    const dry = await importFile(jobs, file(), { mapping, dryRun: true });
    const run = await importFile(jobs, file(), { mapping, duplicates: 'import' });
    expect(run.result).toMatchObject({ new: dry.result.new + dry.result.duplicate, refused: 0 });
  });
});
