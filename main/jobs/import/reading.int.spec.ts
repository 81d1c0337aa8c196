import { createWriteStream, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { ConsoleFailure } from '../../../domain/contract/errors.ts';
import type { Reading } from '../../../domain/contract/import-mapping.ts';
import { tempFolder } from '../../testing/temp-folder.ts';
import { inspect } from './inspect.ts';
import { csvLine, safeCell } from '../csv.ts';
import { fullReading, openRows } from './reading.ts';
import { markOf, markText } from './source-file.ts';
import type { SourceRow } from './source-row.ts';
import { fileOf } from './testing/imports.ts';

async function rowsOf(path: string, asked: Reading = {}, pieceBytes?: number): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const row of openRows(path, await fullReading(path, asked), pieceBytes).rows) rows.push(row);
  return rows;
}

const records = (rows: readonly SourceRow[]) => rows.map(({ record }) => record);
const codes = (rows: readonly SourceRow[]) => rows.map(({ fault }) => fault?.code ?? null);

async function look(path: string, asked: Reading = {}) {
  const mark = await markOf(path);
  const name = path.split('/').at(-1) ?? '';
  return inspect(path, { fileId: '1', name, bytes: mark.bytes, mark: markText(mark) }, asked);
}

const GERMAN = 'Id;Vorname;Nachname\n1;Jörg;Müller\n2;Zoë;Größe\n3;Käthe;Übermaß\n';

describe('an encoding', () => {
  it.each([
    ['utf-8', Buffer.from(GERMAN), 'utf-8'],
    ['utf-8 with a mark', Buffer.from(`\uFEFF${GERMAN}`), 'utf-8'],
    ['utf-16le with a mark', iconv.encode(GERMAN, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['utf-16be with a mark', iconv.encode(GERMAN, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['utf-16le without one', iconv.encode(GERMAN, 'utf-16le'), 'utf-16le'],
    ['windows-1252', iconv.encode(GERMAN, 'windows-1252'), 'windows-1252'],
    ['latin 1', iconv.encode(GERMAN, 'latin1'), 'windows-1252'],
  ])('of %s is found', async (_name, bytes, encoding) => {
    const path = fileOf(bytes);
    expect(await fullReading(path, {})).toEqual({ format: 'csv', encoding, separator: ';' });
    expect(records(await rowsOf(path))).toEqual([
      { Id: '1', Vorname: 'Jörg', Nachname: 'Müller' },
      { Id: '2', Vorname: 'Zoë', Nachname: 'Größe' },
      { Id: '3', Vorname: 'Käthe', Nachname: 'Übermaß' },
    ]);
  });

  it('that is the wrong one refuses the rows that it damages, and none of the others', async () => {
    const path = fileOf(
      Buffer.concat([Buffer.from('Id,Name\n1,Ada\n2,J'), Buffer.from([0xf6]), Buffer.from('rg\n')]),
    );
    expect(codes(await rowsOf(path, { encoding: 'utf-8' }))).toEqual([null, 'row-damaged']);
    await expect(rowsOf(path, { encoding: 'klingon' })).rejects.toMatchObject({
      error: { code: 'import-encoding-unknown' },
    });
  });

  it('is read as well in pieces that cut characters through', async () => {
    const path = fileOf(GERMAN);
    expect(records(await rowsOf(path, {}, 1))).toEqual(records(await rowsOf(path)));
  });
});

it('what the console has exported is read as it was before it was made safe for spreadsheets', async () => {
  const path = fileOf(`Name,Phone\r\n${csvLine(["'s-Hertogenbosch", '+41 44 668 18 00'])}`);
  expect(records(await rowsOf(path))).toEqual([{ Name: "'s-Hertogenbosch", Phone: '+41 44 668 18 00' }]);
});

describe('a format', () => {
  it.each([
    ['people.csv', 'a\n{}\n', 'csv'],
    ['people.txt', 'a;b\n1;2\n', 'csv'],
    ['people.dat', '{"a":1}\n{"a":2}\n', 'jsonl'],
    ['people.json', '[{"a":1}]', 'json'],
    ['people.json', '{"persons":[{"a":1}]}', 'json'],
    ['people.json', '{\n "x": {"persons": [\n {"a":1}]}}', 'json'],
    ['people.json', '{"a":1}', 'jsonl'],
    ['people.ndjson', '[1]', 'jsonl'],
  ])('of %s that begins with %j is %s', async (name, text, format) => {
    expect(await fullReading(fileOf(text, name), {})).toMatchObject({ format });
  });

  it.each([
    ['[{"a":1},{"a":2}]', ''],
    ['{"count":2,"persons":[{"a":1},{"a":2}]}', 'persons'],
    ['{"tags":["x"],"data":{"persons":[{"a":1},{"a":2}],"more":[{"a":3}]}}', 'data.persons'],
  ])('%s has its persons under %j', async (text, arrayPath) => {
    const path = fileOf(text, 'people.json');
    expect(await fullReading(path, {})).toMatchObject({ arrayPath });
    expect(records(await rowsOf(path))).toEqual([{ a: 1 }, { a: 2 }]);
    expect(records(await rowsOf(path, {}, 1))).toEqual([{ a: 1 }, { a: 2 }]);
  });
});

const cell = fc.stringMatching(/^[ -~äöü\n]{0,12}$/).filter((text) => text === text.trim() && text !== '');
const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 });

property.prop([table, fc.constantFrom(',', ';', '\t', '|'), fc.integer({ min: 1, max: 40 })])(
  'what is written as CSV, safe for spreadsheets, is read from it, however it is cut into pieces',
  async (rows, separator, pieceBytes) => {
    const quoted = (text: string) => `"${safeCell(text).replaceAll('"', '""')}"`;
    const lines = [['A', 'B', 'C'], ...rows].map((row) => row.map(quoted).join(separator));
    const path = fileOf(`${lines.join('\n')}\n`);
    const read = await rowsOf(path, { separator: separator as ',' }, pieceBytes);
    expect(records(read)).toEqual(rows.map(([A, B, C]) => ({ A, B, C })));
  },
);

property.prop([
  fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1, maxLength: 8 }),
  fc.integer({ min: 1, max: 40 }),
])('what is written as JSON is read from it, as a list and as lines', async (rows, pieceBytes) => {
  const plain = JSON.parse(JSON.stringify(rows)) as unknown[];
  const list = await rowsOf(
    fileOf(JSON.stringify(rows), 'a.json'),
    { format: 'json', arrayPath: '' },
    pieceBytes,
  );
  expect(records(list)).toEqual(plain);
  const lines = rows.map((row) => JSON.stringify(row)).join('\n');
  expect(records(await rowsOf(fileOf(lines, 'a.jsonl'), {}, pieceBytes))).toEqual(plain);
});

describe('a file that is no good', () => {
  it.each([
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 3, 0, 0, 0, 9]), 'import-not-text'],
    ['nothing', Buffer.alloc(0), 'import-file-empty'],
  ])('as %s is refused', async (_name, bytes, code) => {
    await expect(look(fileOf(bytes))).rejects.toMatchObject({ error: { code, kind: 'wrong-use' } });
  });

  it('as a folder, or not there at all, is refused', async () => {
    const code = 'import-file-unreadable';
    await expect(markOf(tempFolder())).rejects.toMatchObject({ error: { code } });
    await expect(markOf(join(tempFolder(), 'none.csv'))).rejects.toMatchObject({ error: { code } });
  });

  it('is told of by its name, never by where it lies', async () => {
    const folder = tempFolder();
    const told = await markOf(join(folder, 'none.csv')).catch((thrown: unknown) => thrown as ConsoleFailure);
    const text = JSON.stringify('error' in told ? told.error : null);
    expect(text).toContain('The file none.csv cannot be read');
    expect(text).not.toContain(folder);
  });

  it('with a header only has no rows, and says so', async () => {
    const { rows, warnings, suggestion } = await look(fileOf('Id,Name\n'));
    expect(rows).toEqual({ lookedAt: 0, estimated: 0, exact: true });
    expect(warnings).toMatchObject([{ code: 'no-rows' }]);
    expect(suggestion).toBe(null);
  });

  it('with columns of one name tells them apart', async () => {
    const { paths, warnings } = await look(fileOf('Id,Phone,Phone,\n1,a,b,c\n'));
    expect(paths.map(({ path }) => path)).toEqual(['Id', 'Phone', 'Phone (2)', 'column 4']);
    expect(warnings).toMatchObject([{ code: 'columns-renamed' }]);
  });

  it('as JSON that breaks off is read up to there, and the words say where', async () => {
    const path = fileOf('[{"a":1},{"a":2},{"a"', 'people.json');
    await expect(rowsOf(path)).rejects.toMatchObject({
      error: { code: 'import-json-broken', details: { row: 2 } },
    });
    const other = fileOf('[{"a":1} oops', 'people.json');
    await expect(rowsOf(other)).rejects.toMatchObject({ error: { code: 'import-json-broken' } });
  });

  it('as JSON without a list is refused', async () => {
    const path = fileOf('{"a":{"b":1}}', 'people.json');
    await expect(rowsOf(path, { format: 'json' })).rejects.toMatchObject({
      error: { code: 'import-list-missing' },
    });
  });
});

describe('a row that is no good is refused, and those after it are read', () => {
  const huge = 'x'.repeat(2 * 1024 * 1024);

  it('in CSV: columns at the end that have no name may be left out, and no others', async () => {
    const rows = await rowsOf(fileOf('Id,,Name,,\n1,x,Ada\n2,x,Bo,\n3,x,Cem,y,z\n4,x\n5,x,Dee,y,z,more\n'));
    expect(codes(rows)).toEqual([null, null, null, 'row-columns-differ', 'row-columns-differ']);
  });

  it('in CSV: too large, too many or too few cells, quotes that stay open', async () => {
    const rows = await rowsOf(
      fileOf(
        `Id,Name\n1,${huge}\n2,"${huge}\n${huge}"\n3,Ada\n4,Ada,more\n5\n  \n\n5,\n6,5" pipe\n7,"open\n8,x`,
      ),
    );
    expect(codes(rows)).toEqual([
      'row-too-large',
      'row-too-large',
      null,
      'row-columns-differ',
      'row-columns-differ',
      null,
      null,
      'row-quote-open',
    ]);
    expect(rows[3]?.fault?.message).toMatch(/^The row has 3 cells, the header 2: put quotation marks/);
    expect(rows[4]?.fault?.message).toMatch(/^The row has 1 cell, the header 2: it may be cut off/);
    expect(rows[5]?.record).toEqual({ Id: '5', Name: '' });
    expect(rows[6]?.record).toEqual({ Id: '6', Name: '5" pipe' });
  });

  it('in JSON: too large, nested too deeply, no object', async () => {
    const deep = `${'['.repeat(100)}${']'.repeat(100)}`;
    const text = `[{"a":"${huge}"},{"a":${deep}},7,{"__proto__":{"a":1},"b":2}]`;
    const rows = await rowsOf(fileOf(text, 'people.json'), { arrayPath: '' });
    expect(codes(rows)).toEqual(['row-too-large', 'row-too-deep', 'row-not-json', null]);
    expect(Object.getPrototypeOf(rows[3]?.record ?? {})).toBe(Object.prototype);
  });

  it('in JSON Lines: too large, no JSON, no object', async () => {
    const rows = await rowsOf(fileOf(`{"a":"${huge}"}\n{"a":\n[1]\n\n{"a":1}\n`, 'people.jsonl'));
    expect(codes(rows)).toEqual(['row-too-large', 'row-not-json', 'row-not-json', null]);
  });
});

async function bigFile(
  name: string,
  parts: { begin: string; row: string; end: string; count: number },
): Promise<string> {
  const path = join(tempFolder(), name);
  const out = createWriteStream(path);
  out.write(parts.begin);
  const piece = parts.row.repeat(1000);
  for (let done = 0; done < parts.count; done += 1000) if (!out.write(piece)) await once(out, 'drain');
  out.end(parts.end);
  await once(out, 'close');
  return path;
}

const NOTE = 'n'.repeat(980);
const MEBI = 1024 * 1024;

// Tables are taken apart sign by sign, which takes long where every step is counted for the coverage.
describe('a file of 40 or 200 MB', () => {
  it.each([
    ['big.csv', { begin: 'Id,Name,Note\n', row: `1,Ada,${NOTE}\n`, end: '', count: 40_000 }],
    ['big.jsonl', { begin: '', row: `{"Id":1,"Note":"${NOTE}"}\n`, end: '', count: 200_000 }],
    ['big.json', { begin: '[', row: `{"Id":1,"Note":"${NOTE}"},`, end: '{}]', count: 200_000 }],
  ])('is read row by row: %s', async (name, parts) => {
    const path = await bigFile(name, parts);
    const before = process.memoryUsage().rss;
    let [count, most] = [0, before];
    for await (const { fault } of openRows(path, await fullReading(path, {})).rows) {
      expect(fault).toBe(null);
      count += 1;
      if (count % 20_000 === 0) most = Math.max(most, process.memoryUsage().rss);
    }
    expect(count).toBeGreaterThanOrEqual(parts.count);
    expect((most - before) / MEBI).toBeLessThan(parts.count === 200_000 ? 150 : 100);
    const { rows } = await look(path);
    expect(rows.exact).toBe(false);
    expect(Math.abs(rows.estimated / parts.count - 1)).toBeLessThan(0.05);
  });
});

it('the words of a warning count what is refused in the first rows', async () => {
  const path = join(tempFolder(), 'people.jsonl');
  writeFileSync(path, '{"id":1,"name":"Ada"}\nx\ny\n');
  expect((await look(path)).warnings).toMatchObject([
    { code: 'row-not-json', message: expect.stringMatching(/^2 of the first 3 rows/) as string },
  ]);
});
