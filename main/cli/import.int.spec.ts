import { existsSync, mkdtempSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../testing/temp-folder.ts';
import { cliScript, startScript } from '../trust/testing/start-process.ts';
import { openSession } from './session.ts';
import { runInProcess } from './testing/cli-in-process.ts';

const HEADER = 'Id,First,Last,Born,E-mail\n';
const MAPPING = {
  language: 1,
  name: 'people',
  source: 'people',
  key: 'Id',
  person: { name: { givenNames: ['First'], familyNames: ['Last'] }, birthDate: 'Born' },
  components: [{ type: 'EmailAddress', fact: 'email', data: { address: 'E-mail' } }],
};

function setUp(rows: string) {
  const folder = tempFolder();
  const [file, mapping, data] = [
    join(folder, 'people.csv'),
    join(folder, 'mapping.json'),
    join(folder, 'data'),
  ];
  writeFileSync(file, HEADER + rows);
  writeFileSync(mapping, JSON.stringify(MAPPING));
  const run = (...args: string[]) => runInProcess(['import', ...args, '--data', data]);
  return { folder, file, mapping, data, run };
}

const GOOD = '1,Ada,Lovelace,1815-12-10,ada@x.org\n2,Alan,Turing,1912-06-23,\n';

describe('import on the command line', () => {
  it('tries: a line for each row and the result, and nothing is changed', async () => {
    const { file, mapping, data, run } = setUp(`${GOOD}3,Eve,Mail,,bad\n`);
    const { code, json, words } = await run(file, '--mapping', mapping, '--dry-run');
    expect(code).toBe(1);
    expect(json).toMatchObject([
      { row: 1, outcome: 'new', displayName: 'Ada Lovelace' },
      { row: 2, outcome: 'new' },
      { row: 3, outcome: 'refused', code: 'component-invalid', field: 'E-mail' },
      { state: 'done', dryRun: true, rows: 3, new: 2, refused: 1, refusedFile: null },
    ]);
    expect(words).toContain('Dry run, nothing was changed. 3 rows: 2 new');
    const list = await runInProcess(['query', 'persons.list', '--data', data], '{}');
    expect(list.json).toMatchObject([{ rows: [] }]);
  });

  it('imports, puts what was refused beside the file, and takes it once it is mended', async () => {
    const { file, folder, mapping, run } = setUp(`${GOOD}3,Eve,Mail,,bad\n`);
    const ran = await run(file, '--mapping', mapping);
    const refused = join(folder, 'people.refused.csv');
    expect(ran).toMatchObject({ code: 1, json: [{ new: 2, refused: 1, refusedFile: refused }] });
    writeFileSync(refused, readFileSync(refused, 'utf8').replace(',bad', ',eve@x.org'));
    expect(await run(refused, '--mapping', mapping)).toMatchObject({
      code: 0,
      json: [{ new: 1, refusedFile: null }],
    });
    const again = await run(file, '--mapping', mapping);
    expect(again.json).toMatchObject([
      { unchanged: 2, refused: 1, refusedFile: join(folder, 'people.refused-2.csv') },
    ]);
    const named = join(folder, 'elsewhere.csv');
    await run(file, '--mapping', mapping, '--dry-run', '--refused', named);
    expect(existsSync(named)).toBe(true);
  });

  it('says before it begins that the file for what is refused is there already', async () => {
    const { file, folder, mapping, data, run } = setUp(`${GOOD}3,Eve,Mail,,bad\n`);
    const taken = join(folder, 'taken.csv');
    writeFileSync(taken, 'kept');
    const { code, words } = await run(file, '--mapping', mapping, '--refused', taken);
    expect(code).toBe(2);
    expect(words).toContain(`${taken} is there already`);
    expect(readFileSync(taken, 'utf8')).toBe('kept');
    expect(existsSync(data)).toBe(false);
  });

  it('suggests a mapping that can be used as it is', async () => {
    const { file, folder, run } = setUp(GOOD);
    const data = join(folder, 'data');
    const { code, lines } = await startScript(cliScript, ['import', file, '--suggest', '--data', data]).end();
    expect(code).toBe(0);
    const suggested = JSON.parse(lines.join('\n')) as object;
    expect(suggested).toMatchObject({ name: 'people', key: 'Id', person: { birthDate: 'Born' } });
    const mapping = join(folder, 'suggested.json');
    writeFileSync(mapping, JSON.stringify(suggested));
    expect(await run(file, '--mapping', mapping)).toMatchObject({ code: 0, json: [{ new: 2 }] });
  });

  it('reaches the console that has the folder, and finds mappings that are saved there', async () => {
    const { file, data, run } = setUp(GOOD);
    const options = { dataFolder: data, productVersion: '0', report: () => undefined };
    const holder = await openSession(options);
    await holder.call('import.save-mapping', { mapping: MAPPING });
    expect(await run(file, '--mapping', 'People')).toMatchObject({
      code: 0,
      json: [{ new: 2, mappingVersion: 1 }],
    });
    const { json } = await run(file, '--mapping', 'other');
    expect(json).toMatchObject([{ error: { code: 'mapping-unknown' } }]);
    await holder.close();
  });

  it('that is asked to end ends between rows, and goes on where it is told to', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `${index},A${index},B,,a${index}@x.org\n`).join(
      '',
    );
    const { file, mapping, data, run } = setUp(rows);
    const signal = AbortSignal.timeout(700);
    const stopped = await runInProcess(['import', file, '--mapping', mapping, '--data', data], '', {
      signal,
    });
    expect(stopped.code).toBe(1);
    const [result] = stopped.json as readonly { jobId: string; rows: number; state: string }[];
    expect(result?.state).toBe('cancelled');
    expect(stopped.words).toContain(`import --resume ${String(result?.jobId)}`);
    const resumed = await run('--resume', result?.jobId ?? '');
    expect(resumed).toMatchObject({ code: 0, json: [{ state: 'done', rows: 3000, new: 3000 }] });
  });

  it.each([
    [[], 'arguments-invalid'],
    [['FILE'], 'arguments-invalid'],
    [['FILE', '--mapping', 'MAPPING', '--duplicates', 'maybe'], 'arguments-invalid'],
    [['FILE', '--resume', 'x'], 'arguments-invalid'],
    [['NONE', '--mapping', 'MAPPING'], 'import-file-unreadable'],
    [['FILE', '--mapping', 'FILE'], 'mapping-invalid'],
    [['FILE', '--mapping', 'WRONG'], 'input-invalid'],
    [['--resume', 'x'], 'job-unknown'],
  ])('used wrongly, as %j, says how it is used: %s', async (args, code) => {
    const { file, folder, mapping, run } = setUp(GOOD);
    const wrong = join(folder, 'wrong.json');
    writeFileSync(wrong, JSON.stringify({ ...MAPPING, language: 9 }));
    const names: Record<string, string> = {
      FILE: file,
      MAPPING: mapping,
      WRONG: wrong,
      NONE: join(folder, 'none'),
    };
    const ran = await run(...args.map((arg) => names[arg] ?? arg));
    expect(ran).toMatchObject({ code: 2, json: [{ error: { code } }], reported: [] });
  });

  it('finds a saved mapping though a folder is called like it, and names those that there are', async () => {
    const { file, data, run } = setUp(GOOD);
    const inHere = mkdtempSync('mapping-');
    onTestFinished(() => rmdirSync(inHere));
    expect((await run(file, '--mapping', 'people')).words).toContain(
      'There is no file "people", and no mapping is saved. Begin one with --suggest.',
    );
    const options = { dataFolder: data, productVersion: '0', report: () => undefined };
    const holder = await openSession(options);
    await holder.call('import.save-mapping', { mapping: { ...MAPPING, name: inHere } });
    await holder.close();
    expect(await run(file, '--mapping', inHere)).toMatchObject({ code: 0, json: [{ new: 2 }] });
    const other = await run(file, '--mapping', 'other');
    expect(other.words).toContain(`Saved are: ${inHere}. Take one of them`);
  });

  it('writes down what was refused for nobody else, whatever an earlier attempt has left there', async () => {
    const { file, folder, mapping, run } = setUp('3,Eve,Mail,,bad\n');
    writeFileSync(join(folder, 'people.refused.csv.partial'), 'left behind', { mode: 0o644 });
    expect((await run(file, '--mapping', mapping)).code).toBe(1);
    const refused = join(folder, 'people.refused.csv');
    expect(readFileSync(refused, 'utf8')).not.toContain('left behind');
    expect(statSync(refused).mode & 0o777).toBe(0o600);
    expect(existsSync(`${refused}.partial`)).toBe(false);
  });

  it('says so where a mapping is there and cannot be read, whoever asks', async () => {
    const { file, folder, run } = setUp(GOOD);
    const path = join(folder, 'socket');
    const server = createServer();
    await new Promise<void>((resolve) => void server.listen(path, resolve));
    onTestFinished(() => void server.close());
    const ran = await run(file, '--mapping', path);
    expect(ran).toMatchObject({
      code: 2,
      json: [{ error: { code: 'mapping-unreadable', kind: 'wrong-use' } }],
      reported: [],
    });
    expect(ran.words).toContain('See to it that you may read it, or name another one.');
  });

  it('imports nothing twice where what was refused finds no place, and says where to go on', async () => {
    const { file, mapping, run } = setUp(`${GOOD}3,Eve,Mail,,bad\n`);
    const ran = await run(file, '--mapping', mapping, '--refused', join(file, 'below.csv'));
    expect(ran).toMatchObject({
      code: 1,
      json: [{ new: 2, refused: 1, refusedFile: null }, { error: { code: 'export-not-written' } }],
      reported: [],
    });
    expect(ran.words).toContain('Import the file again with --refused OUT');
    expect(await run(file, '--mapping', mapping)).toMatchObject({ json: [{ unchanged: 2, refused: 1 }] });
  });
});
