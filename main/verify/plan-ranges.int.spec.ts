import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { openWritable } from '../store/sqlite/open-database.ts';
import { planRanges } from './plan-ranges.ts';

const stream = fc.record({ id: fc.integer({ min: 1, max: 200 }), version: fc.integer({ min: 1, max: 9 }) });
const streams = fc.uniqueArray(stream, { selector: ({ id }) => id, maxLength: 60 });

function planned(rows: readonly { id: number; version: number }[], maxEvents: number, maxStreams: number) {
  const db = openWritable({ file: ':memory:', durable: false, journal: 'memory' });
  db.exec('CREATE TABLE streams(id INTEGER PRIMARY KEY, version INTEGER NOT NULL)');
  for (const { id, version } of rows) db.prepare('INSERT INTO streams VALUES(?, ?)').run(id, version);
  const ranges = planRanges(db, maxEvents, maxStreams);
  db.close();
  return ranges;
}

test.prop([streams])('ranges follow each other and cover every number that a key can be', (rows) => {
  const ranges = planned(rows, 20, 5);

  const ends = ranges.map(({ last }) => last);
  expect(ranges.map(({ first }) => first)).toEqual([
    Number.MIN_SAFE_INTEGER,
    ...ends.slice(0, -1).map((end) => end + 1),
  ]);
  expect(ends.at(-1)).toBe(Number.MAX_SAFE_INTEGER);
});

test.prop([streams, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 10 })])(
  'no range holds more than it may, except for one stream that is too long by itself',
  (rows, maxEvents, maxStreams) => {
    for (const { first, last } of planned(rows, maxEvents, maxStreams)) {
      const versions = rows.filter(({ id }) => id >= first && id <= last).map(({ version }) => version);
      const events = versions.reduce((sum, version) => sum + version, 0);
      expect(versions.length).toBeLessThanOrEqual(maxStreams);
      expect(versions.length <= 1 || events <= maxEvents).toBe(true);
    }
  },
);
