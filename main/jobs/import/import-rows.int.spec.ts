import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ImportCounts, ImportOutcome } from '../../../domain/contract/import.ts';
import { tempFolder } from '../../testing/temp-folder.ts';
import { openJobsFile } from '../job-store.ts';
import { type ImportOrder, ImportRows, type RowVerdict } from './import-rows.ts';
import { NOTHING } from './planned-row.ts';

const JOB = 'a-job';

function opened(file: string) {
  const db = openJobsFile(file);
  onTestFinished(() => {
    db.close();
  });
  db.prepare('INSERT OR REPLACE INTO jobs VALUES(?, ?, ?)').run(JOB, '', '{}');
  return { db, rows: new ImportRows(db) };
}

const verdict = (row: number, outcome: ImportOutcome, sent = false): RowVerdict => ({
  row: { ...NOTHING, row, outcome, key: `${row}`, personId: null, displayName: null },
  sent,
  source: null,
});

/** What the rows themselves say. */
function counted(rows: ImportRows): ImportCounts {
  const counts: ImportCounts = { rows: 0, new: 0, changed: 0, unchanged: 0, duplicate: 0, refused: 0 };
  for (const { outcome } of rows.results(JOB, { limit: 1000 })) {
    counts[outcome] += 1;
    counts.rows += 1;
  }
  return counts;
}

describe('the counts of an import', () => {
  it('are those of its rows when some of them come to something else after a crash', () => {
    const file = join(tempFolder(), 'jobs.db');
    const first = opened(file);
    first.rows.put(JOB, [verdict(1, 'new', true), verdict(2, 'changed', true), verdict(3, 'duplicate')]);
    const { rows } = opened(file);
    rows.put(JOB, [verdict(1, 'refused'), verdict(2, 'changed'), verdict(4, 'new', true)]);
    rows.put(JOB, [verdict(4, 'new'), verdict(4, 'refused')]);
    expect(rows.counts(JOB)).toEqual({ rows: 4, new: 0, changed: 1, unchanged: 0, duplicate: 1, refused: 2 });
    expect(rows.counts(JOB)).toEqual(counted(rows));
  });

  it('are as they were where rows could not be written down', () => {
    const { rows } = opened(join(tempFolder(), 'jobs.db'));
    rows.put(JOB, [verdict(1, 'new')]);
    const bad = { ...verdict(3, 'new'), source: {} as unknown as string };
    expect(() => rows.put(JOB, [verdict(2, 'new'), bad])).toThrow();
    expect(rows.counts(JOB)).toEqual(counted(rows));
    expect(rows.counts(JOB).rows).toBe(1);
  });

  it('are there for rows that were written down before all faults were', () => {
    const { db, rows } = opened(join(tempFolder(), 'jobs.db'));
    const document = JSON.stringify({
      key: '1',
      code: 'c',
      message: 'A: no',
      field: 'A',
      changes: [],
      duplicateOf: [],
    });
    db.prepare('INSERT INTO import_rows VALUES(?, 1, ?, 0, NULL, ?, ?)').run(JOB, 'refused', document, '[]');
    expect(rows.results(JOB, { limit: 1 })).toMatchObject([{ code: 'c', message: 'A: no', faults: [] }]);
    expect(rows.refused(JOB, 0, 1)).toEqual([{ row: 1, code: 'c', message: 'A: no', source: '[]' }]);
  });

  it('of an import that was written down without them are counted when the file is opened', () => {
    const file = join(tempFolder(), 'jobs.db');
    const { db, rows: written } = opened(file);
    written.order(JOB, {} as ImportOrder);
    written.put(JOB, [verdict(1, 'new'), verdict(2, 'refused')]);
    db.exec('DROP TABLE import_counts');
    const { rows } = opened(file);
    rows.put(JOB, [verdict(2, 'unchanged')]);
    expect(rows.counts(JOB)).toMatchObject({ rows: 2, new: 1, unchanged: 1, refused: 0 });
  });

  it('go with the import', () => {
    const { db, rows } = opened(join(tempFolder(), 'jobs.db'));
    rows.put(JOB, [verdict(1, 'new')]);
    db.prepare('DELETE FROM jobs').run();
    expect(rows.counts(JOB).rows).toBe(0);
  });
});
