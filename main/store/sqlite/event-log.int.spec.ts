import { describe, expect, it } from 'vitest';
import { uuidOf } from '../../../domain/testing/recorded.ts';
import { draftOf, openTestLog } from '../../testing/test-log.ts';
import { createEventLog } from './event-log.ts';

const ada = 'person-ada';
const grace = 'person-grace';

describe('a commit', () => {
  it('gives its events the next positions and versions, and moves the head of its stream', () => {
    const { log, commit } = openTestLog();
    const first = commit(draftOf(1, ada, { types: ['A', 'B'] }));
    commit(draftOf(2, grace));
    const second = commit(draftOf(3, ada, { head: first.head, types: ['C'] }));

    expect(first.events.map(({ position, version }) => [position, version])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(second).toMatchObject({ head: { version: 3, position: 4, commitId: draftOf(3, ada).commitId } });
    expect(log.streamHead(ada)).toEqual(second.head);
    expect(log.head()).toBe(4);
    expect(log.pendingCommits()).toBe(3);
  });

  it('is read back as it was written, along its stream', () => {
    const { log, commit } = openTestLog();
    const { head } = commit({
      ...draftOf(1, ada, { types: ['A', 'B'] }),
      causationId: uuidOf(7, 7),
      traceparent: '00-x',
    });
    commit(draftOf(2, grace));
    commit(draftOf(3, ada, { head, types: ['C'] }));
    const last = log.streamHead(ada);

    const events = last === null ? [] : log.readStream(ada, last);

    expect(events.map(({ type, version, data, streamId }) => [type, version, data, streamId])).toEqual([
      ['A', 1, { n: 0 }, ada],
      ['B', 2, { n: 1 }, ada],
      ['C', 3, { n: 0 }, ada],
    ]);
    expect(events[0]?.metadata).toMatchObject({
      ...{ eventId: uuidOf(0xe, 100), commandId: uuidOf(0xc, 1), correlationId: uuidOf(0xc, 1) },
      ...{ origin: uuidOf(0, 1), causationId: uuidOf(7, 7), traceparent: '00-x' },
      ...{ timestamp: '2024-06-01T12:00:00.000Z', actor: 'user:grace' },
    });
  });

  it('of a stream that has moved on is refused, and nothing of it is kept', () => {
    const { log, commit } = openTestLog();
    const { head } = commit(draftOf(1, ada));
    commit(draftOf(2, ada, { head }));

    expect(() => commit(draftOf(3, ada, { head }))).toThrow('moved on');

    expect(log.head()).toBe(2);
    expect(log.findCommand(uuidOf(0xc, 3))).toBeNull();
    expect(log.pendingCommits()).toBe(2);
  });

  it('under an id that was used before is refused', () => {
    const { log, commit } = openTestLog();
    commit(draftOf(1, ada));
    expect(() => commit(draftOf(1, grace))).toThrow();
    expect([log.head(), log.streamHead(grace)]).toEqual([1, null]);
  });
});

describe('a group', () => {
  it('that fails leaves nothing: the next commit takes the same positions, numbers and names', () => {
    const { db, log, commit } = openTestLog();
    expect(() =>
      log.group(() => {
        log.append(draftOf(1, ada, { types: ['Lost'], actor: 'user:lost' }));
        throw new Error('out');
      }),
    ).toThrow('out');
    commit(draftOf(2, grace, { types: ['Kept'], actor: 'user:kept' }));

    expect(log.head()).toBe(1);
    expect(log.streamHead(ada)).toBeNull();
    const names = db.prepare<[], string>('SELECT name FROM names').pluck().all();
    expect(names).not.toContain('Lost');
    const [event] = log.scan(0, 10);
    expect(event?.event).toMatchObject({ type: 'Kept', metadata: { actor: 'user:kept' } });
  });

  it('reads what it has appended itself', () => {
    const { log, commit } = openTestLog();
    commit(draftOf(1, ada));
    log.group(() => {
      const first = log.append(draftOf(2, grace, { types: ['PersonCreated', 'NameUpdated'] }));
      expect(log.streamHead(grace)).toEqual(first.head);
      const second = log.append(draftOf(3, grace, { head: first.head, types: ['PersonSuspended'] }));
      expect(log.streamHead(grace)).toEqual(second.head);
      expect(log.findCommand(draftOf(2, grace).commandId)).toMatchObject({ streamId: grace });
      expect(log.readStream(grace, second.head).map(({ type }) => type)).toEqual([
        'PersonCreated',
        'NameUpdated',
        'PersonSuspended',
      ]);
      log.append(draftOf(4, grace, { head: second.head }));
    });

    expect(log.streamHead(grace)).toMatchObject({ version: 4, position: 5 });
    expect([log.streamHead(ada)?.version, log.pendingCommits()]).toEqual([1, 4]);
  });

  it('refuses to append where it has itself moved the stream on', () => {
    const { log, commit } = openTestLog();
    const { head } = commit(draftOf(1, ada));
    const twice = () => {
      log.append(draftOf(2, ada, { head }));
      log.append(draftOf(3, ada, { head }));
    };
    expect(() => log.group(twice)).toThrow('moved on');
    expect(log.streamHead(ada)).toEqual(head);
  });

  it('knows a command whether its id is the greatest or not', () => {
    const { log, commit } = openTestLog();
    commit(draftOf(7, ada));
    commit(draftOf(3, grace));
    const known = [7, 3, 5, 8].map((number) => log.findCommand(draftOf(number, ada).commandId)?.streamId);
    expect(known).toEqual([ada, grace, undefined, undefined]);
  });

  it('answers what its work answers', () => {
    const { log } = openTestLog();
    expect(log.group(() => 42)).toBe(42);
  });
});

describe('time', () => {
  it('is recorded as the clock says, and never earlier than before, also after a restart', () => {
    const { db, clock, commit } = openTestLog();
    const recorded = () =>
      db.prepare<[], number>('SELECT recorded_at FROM commits ORDER BY number').pluck().all();
    const start = clock.now();
    commit(draftOf(1, ada));
    clock.advance(-60_000);
    commit(draftOf(2, grace));
    const reopened = createEventLog({ db, file: ':memory:', clock, origin: uuidOf(0, 1) });
    reopened.group(() => reopened.append(draftOf(3, 'person-mary')));
    clock.advance(120_000);
    reopened.group(() => reopened.append(draftOf(4, 'person-emmy')));

    expect(recorded()).toEqual([start, start, start, start + 60_000]);
  });
});

describe('reads', () => {
  it('of the log go on from a position, a page at a time', () => {
    const { log, commit } = openTestLog();
    const { head } = commit(draftOf(1, ada, { types: ['A', 'B'] }));
    commit(draftOf(2, grace, { types: ['C'] }));
    commit(draftOf(3, ada, { head, types: ['D'] }));

    expect(log.scan(0, 3).map(({ event }) => event.type)).toEqual(['A', 'B', 'C']);
    expect(log.scan(3, 3).map(({ event }) => event.type)).toEqual(['D']);
    expect(log.scan(4, 3)).toEqual([]);
  });

  it('of what was touched name each stream once, with its last position', () => {
    const { log, commit } = openTestLog();
    const { head } = commit(draftOf(1, ada, { types: ['A', 'B'] }));
    commit(draftOf(2, grace, { types: ['C'] }));
    commit(draftOf(3, ada, { head, types: ['D'] }));
    const named = (streams: ReadonlyMap<number, number>) =>
      [...streams].map(([key, position]) => [log.streamName(key), position]);

    expect(named(log.touched(0, 3).streams)).toEqual([
      [ada, 2],
      [grace, 3],
    ]);
    expect(log.touched(0, 3).position).toBe(3);
    expect(named(log.touched(0, 10).streams)).toEqual([
      [ada, 4],
      [grace, 3],
    ]);
    expect(log.touched(4, 10)).toEqual({ position: 4, streams: new Map() });
  });

  it('leave out what a rebase has superseded', () => {
    const { db, log, commit } = openTestLog();
    commit(draftOf(1, ada, { types: ['A'] }));
    commit(draftOf(2, grace, { types: ['B'] }));
    db.exec('UPDATE events SET superseded = 1 WHERE position = 1');
    expect(log.scan(0, 10).map(({ event }) => event.type)).toEqual(['B']);
  });

  it('of redacted data are empty', () => {
    const { db, log, commit } = openTestLog();
    commit(draftOf(1, ada));
    db.exec('UPDATE events SET redacted = 1, data = NULL');
    expect(log.scan(0, 10)[0]?.event.data).toEqual({});
  });

  it('of a command answer what it wrote then', () => {
    const { log, commit } = openTestLog();
    const first = commit(draftOf(1, ada, { types: ['A', 'B'] }));
    commit(draftOf(2, ada, { head: first.head, types: ['C'] }));

    expect(log.findCommand(uuidOf(0xc, 1))).toEqual({
      fingerprint: Buffer.from([1]),
      streamId: ada,
      version: 2,
      events: first.events,
    });
    expect(log.findCommand(uuidOf(0xc, 9))).toBeNull();
  });

  it('of a stream that there is not answer nothing; of a number that there is not, that the file is damaged', () => {
    const { log } = openTestLog();
    expect(log.streamHead('person-nobody')).toBeNull();
    expect(() => log.streamName(7)).toThrow('no stream has the number 7');
  });
});

describe('a log that lacks something', () => {
  it.each([
    ['an event of a stream', 'DELETE FROM events WHERE position = 1', 'has no event at position 1'],
    ['the name of a type', "DELETE FROM names WHERE name = 'A'", 'no name has the number'],
    [
      'the commit at a head',
      'DELETE FROM commits WHERE number = 2',
      'the last commit of person-ada is not there',
    ],
  ])('%s, is said to be damaged when it is read', (_, sql, words) => {
    const { db, clock, commit } = openTestLog();
    const { head } = commit(draftOf(1, ada, { types: ['A'] }));
    commit(draftOf(2, ada, { head, types: ['B'] }));
    db.exec(sql);
    const log = createEventLog({ db, file: ':memory:', clock, origin: uuidOf(0, 1) });

    const read = () => {
      const found = log.streamHead(ada);
      return found === null ? [] : log.readStream(ada, found);
    };

    expect(read).toThrow(words);
    expect(read).toThrow(
      expect.objectContaining({
        error: expect.objectContaining({ code: 'database-corrupt' }) as object,
      }) as Error,
    );
  });
});
