import { describe, expect, it } from 'vitest';
import { createReader } from '../boot/compose.ts';
import { dataFolderAt } from '../store/data-folder.ts';
import { appendForeign } from '../testing/foreign-events.ts';
import { addComponent, addEmail, createPerson, personIdOf, rename } from '../testing/submissions.ts';
import { tamper } from '../testing/tampering.ts';
import { openTestConsole, type TestConsole } from '../testing/test-console.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { liveThrough, VARIED } from '../testing/varied-history.ts';
import { verifierOf, verifyFolder } from '../testing/verifying.ts';

const person = (number: number) => `person-${personIdOf(number)}`;

/** Runs one console after another on the same folder. */
async function inFolder(dataFolder: string, work: (console: TestConsole) => Promise<unknown>): Promise<void> {
  const console = openTestConsole({ dataFolder });
  try {
    await work(console);
    console.engine.engine.catchUp();
  } finally {
    await console.close();
  }
}

describe('a folder in order verifies', () => {
  it('with what it holds counted', async () => {
    const console = openTestConsole();
    await liveThrough(console);

    const report = await console.ask('log.verify');

    expect(report).toMatchObject({ ok: true, findings: [], unlisted: 0 });
    expect(report).toMatchObject({ events: 30, commits: 30, streams: 8, persons: 8, unknownEvents: 0 });
    expect(report.checks.map(({ check }) => check).sort()).toEqual([
      ...['commands', 'commits', 'events', 'log-integrity', 'positions', 'streams'],
      ...['view-components', 'view-detail', 'view-duplicates', 'view-search', 'view-summary'],
      ...['views', 'views-integrity'],
    ]);
  });

  it('when nothing has happened in it yet', async () => {
    const console = openTestConsole();
    expect(await console.ask('log.verify')).toMatchObject({ ok: true, events: 0, streams: 0, persons: 0 });
  });

  it('with events of unknown types, of newer versions and of other kinds of streams: they are counted', async () => {
    const dataFolder = tempFolder();
    await inFolder(dataFolder, liveThrough);
    appendForeign(dataFolder, person(1), [
      { type: 'PersonTeleported', schemaVersion: 1, data: { to: 'Mars' } },
      { type: 'NameUpdated', schemaVersion: 99, data: { newName: 'X' } },
    ]);
    appendForeign(dataFolder, 'saga-0198c0de-0001-7000-8000-000000000001', [
      { type: 'SagaStarted', schemaVersion: 1, data: {} },
    ]);
    appendForeign(dataFolder, person(77), [{ type: 'PersonTeleported', schemaVersion: 1, data: {} }]);
    await inFolder(dataFolder, () => Promise.resolve());

    const report = await verifyFolder(dataFolder);

    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ ok: true, streams: 10, persons: 8, unknownEvents: 4 });
  });

  it('after a rebase: what was superseded hangs off the chain and is no part of the person', async () => {
    const dataFolder = tempFolder();
    await inFolder(dataFolder, liveThrough);
    const { log } = dataFolderAt(dataFolder);
    // As if another console's e-mail address had come first and ours had been decided again after it.
    tamper(log, (db) => {
      db.exec(`
        INSERT INTO events SELECT 31, stream, 2, 8, 31, type, schema_version, randomblob(16), actor, timestamp, 0, 0,
          metadata, replace(data, 'ming', 'ting') FROM events WHERE position = 30;
        INSERT INTO events SELECT 32, stream, 3, 31, 32, type, schema_version, randomblob(16), actor, timestamp, 0, 0,
          metadata, replace(data, 'componentId":"', 'componentId":"2-') FROM events WHERE position = 30;
        UPDATE events SET superseded = 1 WHERE position = 30;
        INSERT INTO commits SELECT 31, stream, randomblob(16), 31, 1, predecessor, origin, 1, 7, protocol, recorded_at
          FROM commits WHERE number = 30;
        INSERT INTO commits SELECT 32, stream, command_id, 32, 1, (SELECT event_id FROM events WHERE position = 31),
          origin, 0, NULL, protocol, recorded_at FROM commits WHERE number = 30;
        UPDATE commits SET status = 2 WHERE number = 30;
        UPDATE commands SET commit_number = 32 WHERE commit_number = 30;
        INSERT INTO commands SELECT command_id, 31, x'00' FROM commits WHERE number = 31;
        DELETE FROM outbox WHERE commit_number = 30;
        INSERT INTO outbox(commit_number) VALUES(32);
        UPDATE streams SET version = 3, head_event = 32, head_commit = 32 WHERE id = 8`);
    });
    await inFolder(dataFolder, () => Promise.resolve());

    const report = await verifyFolder(dataFolder);

    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ ok: true, events: 32, supersededEvents: 1 });
  });

  it('after an erasure: nobody can say what the views should hold of that person', async () => {
    const dataFolder = tempFolder();
    await inFolder(dataFolder, liveThrough);
    tamper(
      dataFolderAt(dataFolder).log,
      `UPDATE events SET redacted = 1, data = NULL WHERE stream = ${VARIED.contacts}`,
    );

    const report = await verifyFolder(dataFolder);

    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ ok: true, redactedEvents: 6 });
  });

  it('after an event that nothing can be made of, but for the views that were let past it', async () => {
    const dataFolder = tempFolder();
    await inFolder(dataFolder, liveThrough);
    appendForeign(dataFolder, person(1), [{ type: 'NameUpdated', schemaVersion: 3, data: {} }]);
    await inFolder(dataFolder, async (console) => {
      console.engine.engine.catchUp();
      for (const view of ['summary', 'search', 'duplicates'])
        await console.ask('views.skip', { view, position: 31 });
    });

    const report = await verifyFolder(dataFolder);

    expect(report.findings.map(({ code, details }) => [code, details?.['view']])).toEqual([
      ['view-skipped', 'search'],
      ['view-skipped', 'summary'],
    ]);
  });

  it('whatever letters names are written in: everybody is found by each of their words', async () => {
    const console = openTestConsole();
    const names = [
      'Ὀδυσσεύς Λαέρτης',
      'Nguyễn Thị Minh Khai',
      'ฉัตรชัย สุขใจ',
      'अमिताभ बच्चन',
      '𞤀𞤣𞤢𞤥 𞤄𞤢',
      'Ꮳꮃꭹ Ꭰꮒ',
      '🙂 X',
    ];
    await console.submitAll(names.map((name, index) => createPerson(index + 1, name)));

    expect((await console.ask('log.verify')).findings).toEqual([]);
  });
});

describe('while the engine is at work', () => {
  it('nothing is found that only was on its way', async () => {
    const console = openTestConsole();
    await liveThrough(console);
    let writing = true;
    let written = 0;
    const write = async (): Promise<void> => {
      for (let round = 0; writing; round += 1) {
        const fresh = 100 + round;
        await console.submitAll([
          createPerson(fresh, `Person Number${round}`),
          rename(VARIED.renamed, `Grace Hopper${round}`),
          addEmail(VARIED.contacts, `ada${round}@example.com`),
          addComponent(VARIED.employed, 'Tag', { name: `Round ${round}` }),
        ]);
        written += 4;
      }
    };
    const writer = write();
    const rebuilder = console.engine.call('views.rebuild', { view: 'search' });

    const verifier = verifierOf(console.folder);
    const reports = [await verifier.run(), await verifier.run(), await verifier.run()];
    writing = false;
    await Promise.all([writer, rebuilder]);

    expect(written).toBeGreaterThan(0);
    expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('waits for views that are behind as long as they get on', async () => {
    const console = openTestConsole();
    await console.submitAll(
      Array.from({ length: 400 }, (_, index) => createPerson(index + 1, `Ada Number${index}`)),
    );
    const behind = console.engine.store.views.status().some(({ position }) => position < 400);

    const report = await verifierOf(console.folder).run();

    expect(behind).toBe(true);
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ persons: 400 });
  });

  it('a second check is refused until the first is over', async () => {
    const console = openTestConsole();
    await liveThrough(console);
    const first = console.ask('log.verify');

    await expect(console.ask('log.verify')).rejects.toMatchObject({ error: { code: 'verify-running' } });
    expect(await first).toMatchObject({ ok: true });
    expect(await console.ask('log.verify')).toMatchObject({ ok: true });
  });

  it('a check that is under way ends when its reader closes', async () => {
    const dataFolder = tempFolder();
    await inFolder(dataFolder, liveThrough);
    // Views that are behind make it wait.
    tamper(dataFolderAt(dataFolder).views, 'UPDATE views SET position = 3');
    const reader = createReader({ dataFolder });
    const report = Promise.resolve(reader.call('log.verify', {}));
    const outcome = expect(report).rejects.toMatchObject({ error: { code: 'verify-cancelled' } });

    await reader.close();

    await outcome;
  });
});
