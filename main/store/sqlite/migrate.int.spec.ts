import { describe, expect, it } from 'vitest';
import { draftOf } from '../../testing/test-log.ts';
import { createRequestRecords } from './request-records.ts';
import { tempFolder } from '../../testing/temp-folder.ts';
import { testClock } from '../../testing/test-clock.ts';
import { createEventLog } from './event-log.ts';
import { APPLICATION_ID, type Migration, migrate, migrations } from './migrate.ts';
import { openWritable, type WritableDb } from './open-database.ts';

const latest = migrations.at(-1)?.version ?? 0;

/** What a database of an earlier schema may hold: everything that its version knows. Add to it with every migration. */
const dataOf: Readonly<Record<number, (db: WritableDb) => void>> = {
  0: () => undefined,
  // As that version wrote it: one that it has confirmed already, and one that waits to go out.
  1: (db) => {
    db.exec(`
      INSERT INTO names(id, name) VALUES(1, 'here'), (2, 'user:ada'), (3, 'A'), (4, 'B'), (5, 'C');
      INSERT INTO streams(id, name, version, head_event, head_commit, pending) VALUES(1, 'person-ada', 3, 3, 2, 2);
      INSERT INTO commits VALUES(1, 1, x'0a', 1, 2, NULL, 1, 0, NULL, 1, 1000), (2, 1, x'0b', 3, 1, x'01', 1, 0, NULL, 1, 1001);
      INSERT INTO outbox(commit_number) VALUES(1), (2);
      INSERT INTO commands VALUES(x'0a', 1, x'00'), (x'0b', 2, x'00');
      INSERT INTO events VALUES(1, 1, 1, 0, 1, 3, 1, x'01', 2, '2024-01-01T00:00:00.000Z', 0, 0, NULL, '{}'),
        (2, 1, 2, 1, 1, 4, 1, x'02', 2, '2024-01-01T00:00:00.000Z', 0, 0, NULL, '{}'),
        (3, 1, 3, 2, 2, 5, 1, x'03', 2, '2024-01-01T00:00:01.000Z', 0, 0, NULL, '{}')`);
  },
  2: (db) => {
    dataOf[1]?.(db);
    db.exec("UPDATE outbox SET command = '{}'; INSERT INTO sync_state VALUES('position', 1)");
  },
  3: (db) => {
    dataOf[2]?.(db);
    const records = createRequestRecords(db, testClock());
    const asked = { sequence: 1, sentAt: 1000, subject: 'person.commands.hr', deliveries: 1, body: '{' };
    const none = { commandId: null, type: null, actor: null };
    records.keep({ ...asked, ...none, reason: 'unreadable', code: 'request-unreadable', message: 'No JSON' });
  },
  4: (db) => {
    dataOf[3]?.(db);
    db.exec(`INSERT INTO legacy_progress VALUES(1, 'PERSON_EVENTS', 7, 3, '{}')`);
  },
  5: (db) => dataOf[4]?.(db),
  6: (db) => {
    dataOf[5]?.(db);
    db.exec('INSERT INTO broker_times VALUES(1, 1767225600123456789)');
  },
};

/** The events that `dataOf` has written by then. */
const eventsOf = (version: number): readonly string[] => (version === 0 ? [] : ['A', 'B', 'C']);

function openFile(): WritableDb {
  return openWritable({ file: `${tempFolder()}/log.db`, durable: true });
}

function versionOf(db: WritableDb): unknown {
  return db.pragma('user_version', { simple: true });
}

function schemaOf(db: WritableDb): unknown {
  return db
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name")
    .all();
}

describe('migrations', () => {
  it('are numbered without gaps', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  });

  it.each(Object.entries(dataOf).map(([version, fill]) => ({ version: Number(version), fill })))(
    'bring a log of version $version with data in it up to date, and it works on',
    ({ version, fill }) => {
      const db = openFile();
      migrate(db, 'log.db', migrations.slice(0, version));
      fill(db);

      migrate(db, 'log.db');

      const fresh = openFile();
      migrate(fresh, 'log.db');
      expect(versionOf(db)).toBe(latest);
      expect(schemaOf(db)).toEqual(schemaOf(fresh));
      const log = createEventLog({ db, file: 'log.db', clock: testClock(), origin: 'here' });
      expect(log.scan(0, 100).map(({ event }) => event.type)).toEqual(eventsOf(version));
      const head = log.streamHead('person-ada');
      log.group(() => log.append(draftOf(9, 'person-ada', { head, types: ['Z'] })));
      expect(log.head()).toBe(eventsOf(version).length + 1);
      db.close();
      fresh.close();
    },
  );

  it('are tried from every version that there was', () => {
    expect(Object.keys(dataOf).map(Number)).toEqual([0, ...migrations.map(({ version }) => version)]);
  });

  it('change nothing the second time', () => {
    const db = openFile();
    migrate(db, 'log.db');
    dataOf[latest]?.(db);
    const before = [schemaOf(db), db.prepare('SELECT * FROM events').all()];
    migrate(db, 'log.db');
    expect([schemaOf(db), db.prepare('SELECT * FROM events').all()]).toEqual(before);
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    db.close();
  });

  it('apply each step in a transaction of its own: one that fails leaves those before it', () => {
    const db = openFile();
    const broken: readonly Migration[] = [
      ...migrations,
      { version: latest + 1, sql: 'CREATE TABLE extra(x); CREATE TABLE extra(x);' },
    ];

    expect(() => migrate(db, 'log.db', broken)).toThrow('already exists');

    expect(versionOf(db)).toBe(latest);
    expect(JSON.stringify(schemaOf(db))).not.toContain('extra');
    db.close();
  });

  it('refuse a newer log untouched, and say which versions', () => {
    const db = openFile();
    migrate(db, 'log.db', [...migrations, { version: latest + 1, sql: 'CREATE TABLE extra(x)' }]);
    const before = schemaOf(db);

    expect(() => migrate(db, 'log.db')).toThrow(
      expect.objectContaining({
        error: {
          code: 'database-newer',
          kind: 'terminal',
          message: expect.stringContaining(`schema ${latest + 1}, this one knows ${latest}`) as string,
          details: { file: 'log.db', found: latest + 1, known: latest },
        },
      }) as Error,
    );

    expect(schemaOf(db)).toEqual(before);
    db.close();
  });

  it('refuse the database of another program untouched', () => {
    const db = openFile();
    db.exec('CREATE TABLE customers(name TEXT)');

    expect(() => migrate(db, 'log.db')).toThrow(
      expect.objectContaining({
        error: expect.objectContaining({ code: 'not-an-event-log' }) as object,
      }) as Error,
    );

    expect(schemaOf(db)).toHaveLength(1);
    db.close();
  });
});
