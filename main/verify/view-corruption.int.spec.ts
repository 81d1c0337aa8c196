import { beforeAll, describe, expect, it } from 'vitest';
import { copiedFolder } from '../testing/copied-folder.ts';
import { sharedFolder } from '../testing/temp-folder.ts';
import { flipBytes, tamper } from '../testing/tampering.ts';
import { openTestConsole } from '../testing/test-console.ts';
import { liveThrough, VARIED } from '../testing/varied-history.ts';
import { codesOf, failedChecks, verifyFolder } from '../testing/verifying.ts';

const source = sharedFolder();
const { contacts, merged, employed } = VARIED;

beforeAll(async () => {
  const console = openTestConsole({ dataFolder: source });
  await liveThrough(console);
  await console.close();
});

interface Case {
  readonly view: string;
  readonly what: string;
  readonly sql: string;
  readonly code: string;
  /** Where the row differs. */
  readonly path?: string;
}

// Streams are numbered in the order of their creation, as the persons are.
const NOBODY = 4711;

function columnOf(column: string, value: string): Case {
  const sql = `UPDATE persons_1 SET ${column} = ${value} WHERE key = ${employed}`;
  return { view: 'summary', what: `another ${column}`, sql, code: 'view-row-wrong', path: column };
}

const cases: readonly Case[] = [
  columnOf('person_id', "'somebody'"),
  columnOf('display_name', "'Tim'"),
  columnOf('sort_key', "'tim'"),
  columnOf('status', "'suspended'"),
  columnOf('birth_date', "'1955-06-08'"),
  columnOf('primary_email', "'tim@example.com'"),
  columnOf('primary_phone', 'NULL'),
  columnOf('employer', "'CERN'"),
  columnOf('role', "'Fellow'"),
  columnOf('location', "'Geneva'"),
  columnOf('email_key', "'tim@example.com'"),
  columnOf('phone_key', "'+41446681800'"),
  columnOf('work_key', "'fellow  cern'"),
  columnOf('location_key', "'geneva'"),
  columnOf('component_count', '7'),
  columnOf('skill_count', '1'),
  columnOf('redirect_to', "'somebody'"),
  columnOf('version', '2'),
  columnOf('created_at', "'2020-01-01'"),
  columnOf('updated_at', "'2020-01-01'"),
  {
    view: 'summary',
    what: 'a missing row',
    sql: `DELETE FROM persons_1 WHERE key = ${contacts}`,
    code: 'view-row-missing',
  },
  {
    view: 'summary',
    what: 'a row of nobody',
    sql: `INSERT INTO persons_1 SELECT ${NOBODY}, 'x', display_name, sort_key, status, birth_date, primary_email,
      primary_phone, employer, employer_key, role, location, email_key, phone_key, work_key,
      location_key, component_count, skill_count, redirect_to, version,
      created_at, updated_at FROM persons_1 WHERE key = 1`,
    code: 'view-row-extra',
  },
  {
    view: 'detail',
    what: 'another name',
    sql: `UPDATE details_1 SET document = replace(document, 'Ada', 'Eve') WHERE key = ${contacts}`,
    code: 'view-row-wrong',
    path: 'name/givenNames/0',
  },
  {
    view: 'detail',
    what: 'a field too many',
    sql: `UPDATE details_1 SET document = json_set(document, '$.metadata.x', 'y') WHERE key = ${contacts}`,
    code: 'view-row-wrong',
    path: 'metadata/x',
  },
  {
    view: 'detail',
    what: 'a document that is no JSON',
    sql: `UPDATE details_1 SET document = '{oops' WHERE key = ${contacts}`,
    code: 'view-row-wrong',
    path: '',
  },
  {
    view: 'detail',
    what: 'a missing row',
    sql: `DELETE FROM details_1 WHERE key = ${contacts}`,
    code: 'view-row-missing',
  },
  {
    view: 'detail',
    what: 'a row of nobody, under a negative number',
    sql: `INSERT INTO details_1 VALUES(-${NOBODY}, '{}')`,
    code: 'view-row-extra',
  },
  {
    view: 'components',
    what: 'a missing component',
    sql: `DELETE FROM components_1 WHERE key = ${contacts} AND label LIKE 'Ada%'`,
    code: 'view-row-wrong',
  },
  {
    view: 'components',
    what: 'all components of a person missing',
    sql: `DELETE FROM components_1 WHERE key = ${contacts}`,
    code: 'view-row-missing',
  },
  {
    view: 'components',
    what: 'a component too many',
    sql: `INSERT INTO components_1 SELECT key, 'x', type, label, sort_key, is_primary, target FROM components_1 LIMIT 1`,
    code: 'view-row-wrong',
    path: 'x',
  },
  {
    view: 'components',
    what: 'a component that is primary all of a sudden',
    sql: `UPDATE components_1 SET is_primary = 1 - is_primary WHERE key = ${contacts} AND type = 'Tag'`,
    code: 'view-row-wrong',
  },
  {
    view: 'components',
    what: 'a component that relates to somebody else',
    sql: `UPDATE components_1 SET target = 'person:x' WHERE key = ${contacts} AND type = 'Tag'`,
    code: 'view-row-wrong',
  },
  {
    view: 'components',
    what: 'components of nobody',
    sql: `INSERT INTO components_1 VALUES(${NOBODY}, 'x', 'Tag', 'x', 'x', 0, NULL)`,
    code: 'view-row-extra',
  },
  {
    view: 'duplicates',
    what: 'a missing key',
    sql: `DELETE FROM duplicate_keys_1 WHERE shared = 'email:ada@example.com'`,
    code: 'view-row-wrong',
    path: 'email:ada@example.com',
  },
  {
    view: 'duplicates',
    what: 'a key of a merged person',
    sql: `INSERT INTO duplicate_keys_1 VALUES(${merged}, 'email:ada@example.com')`,
    code: 'view-row-extra',
  },
  {
    view: 'duplicates',
    what: 'a key of nobody',
    sql: `INSERT INTO duplicate_keys_1 VALUES(${NOBODY}, 'birth:1900-01-01')`,
    code: 'view-row-extra',
  },
  {
    view: 'search',
    what: 'a person who cannot be found',
    sql: `DELETE FROM search_1 WHERE rowid = ${contacts}`,
    code: 'view-row-missing',
  },
  {
    view: 'search',
    what: 'a person who is found by other words',
    sql: `INSERT OR REPLACE INTO search_1(rowid, name, email, number, employer, role, skill, tag)
      VALUES(${contacts}, 'eve lovelace', 'ada example com lovelace engines', '079 123 45 67 41791234567 91234567', '', '', '', 'vip history pioneer')`,
    code: 'view-row-wrong',
    path: 'name:ada',
  },
  {
    view: 'search',
    what: 'a person who is found by a word too many',
    sql: `INSERT OR REPLACE INTO search_1(rowid, name, email, number, employer, role, skill, tag)
      VALUES(${contacts}, 'ada lovelace', 'ada example com lovelace engines', '079 123 45 67 41791234567 91234567', '', 'boss', '', 'vip history pioneer')`,
    code: 'view-row-wrong',
    path: 'role:boss',
  },
  {
    view: 'search',
    what: 'somebody who is found and does not exist',
    sql: `INSERT INTO search_1(rowid, name) VALUES(${NOBODY}, 'nobody')`,
    code: 'view-row-extra',
  },
];

async function verifyAfter(sql: string) {
  const folder = copiedFolder(source);
  tamper(folder.views, sql);
  return verifyFolder(folder.path);
}

describe('what was planted in a view is found under its code, and nothing else:', () => {
  it.each(cases)('$view: $what', async ({ view, sql, code, path }) => {
    const report = await verifyAfter(sql);

    expect(failedChecks(report)).toEqual([`view-${view}`]);
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]).toMatchObject({ code, details: { view, ...(path ? { path } : {}) } });
  });
});

describe('a view that cannot be compared is a finding of its own:', () => {
  it('stopped, with its position and the error', async () => {
    const report = await verifyAfter(
      `UPDATE views SET position = 9, error_code = 'boom', error_message = 'It broke', error_position = 10
        WHERE name = 'detail'; DELETE FROM details_1`,
    );

    expect(report.findings).toEqual([
      {
        code: 'view-stopped',
        message: expect.stringContaining('stopped at position 10 (It broke)') as string,
        details: { view: 'detail', position: 10, code: 'boom' },
      },
    ]);
  });

  it('not there at all', async () => {
    const report = await verifyAfter("DELETE FROM views WHERE name = 'search'");

    expect(codesOf(report)).toEqual(['view-missing']);
    expect(failedChecks(report)).toEqual(['view-search']);
  });

  it('without its table', async () => {
    const report = await verifyAfter('DROP TABLE duplicate_keys_1; DROP TABLE search_1');

    expect(codesOf(report)).toEqual(['view-unreadable']);
    expect(failedChecks(report)).toEqual(['view-duplicates', 'view-search']);
  });

  it('behind the log without getting on; rows that are ahead of its position are in order', async () => {
    const report = await verifyAfter("UPDATE views SET position = 20 WHERE name = 'summary'");

    expect(codesOf(report)).toEqual(['view-behind']);
    expect(failedChecks(report)).toEqual(['view-summary']);
  });

  it('let past an event: who differs since is said to be so because of it', async () => {
    const report = await verifyAfter(
      `INSERT INTO skipped VALUES('detail', 27, '2024-06-01T12:00:00.000Z', 'user:grace');
       UPDATE details_1 SET document = '{}' WHERE key IN (2, 3)`,
    );

    expect(report.findings.map(({ code, details }) => [code, details?.['key']])).toEqual([
      ['view-row-wrong', 2],
      ['view-skipped', 3],
    ]);
  });
});

describe('the file of the views', () => {
  it('that is no database spoils only what is about the views', async () => {
    const folder = copiedFolder(source);
    flipBytes(folder.views, 0, 100);

    const report = await verifyFolder(folder.path);

    expect(failedChecks(report)).toEqual(['views', 'views-integrity']);
    expect(codesOf(report)).toEqual(['not-a-database']);
    expect(report).toMatchObject({ persons: 8, streams: 8 });
  });

  it('with a damaged full-text index is found by the integrity check', async () => {
    const folder = copiedFolder(source);
    tamper(folder.views, (db) => {
      db.unsafeMode();
      db.exec('UPDATE search_1_data SET block = zeroblob(40) WHERE id > 10');
    });

    const report = await verifyFolder(folder.path);

    expect(failedChecks(report)).toContain('views-integrity');
  });
});

it('lists the first findings of each check and counts the rest', async () => {
  const folder = copiedFolder(source);
  tamper(folder.views, (db) => {
    const put = db.prepare("INSERT INTO components_1 VALUES(?, 'x', 'Tag', 'x', 'x', 0, NULL)");
    for (let key = 1000; key < 1050; key += 1) put.run(key);
    db.exec('DELETE FROM details_1');
  });

  const report = await verifyFolder(folder.path);

  expect(report.findings).toHaveLength(28);
  expect(report.unlisted).toBe(30);
  expect(report.checks.find(({ check }) => check === 'view-components')).toEqual({
    check: 'view-components',
    ok: false,
    findings: 50,
  });
});
