/**
 * The files, orders and rows of imports, in the file of the jobs: a crash loses none of it. The counts are kept along with
 * the rows, in the same transaction: they are asked for twice a second while a million rows are imported.
 */
export const IMPORT_SCHEMA = `
CREATE TABLE IF NOT EXISTS import_files(
  file_id TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  opened INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS import_orders(
  job_id TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  header TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS import_rows(
  job_id TEXT NOT NULL,
  row INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  sent INTEGER NOT NULL,
  person_id TEXT,
  document TEXT NOT NULL,
  source TEXT,
  PRIMARY KEY(job_id, row)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS import_rows_outcome ON import_rows(job_id, outcome, row);
CREATE INDEX IF NOT EXISTS import_rows_person ON import_rows(job_id, person_id, row) WHERE person_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS import_rows_sent ON import_rows(job_id, row) WHERE sent = 1;
CREATE TABLE IF NOT EXISTS import_counts(
  job_id TEXT NOT NULL,
  outcome TEXT NOT NULL,
  rows INTEGER NOT NULL,
  PRIMARY KEY(job_id, outcome)
) WITHOUT ROWID;
-- One of its own: files from before the counts have the other one already.
CREATE TRIGGER IF NOT EXISTS import_counts_forgotten AFTER DELETE ON jobs BEGIN
  DELETE FROM import_counts WHERE job_id = OLD.job_id;
END;
CREATE TRIGGER IF NOT EXISTS import_forgotten AFTER DELETE ON jobs BEGIN
  DELETE FROM import_orders WHERE job_id = OLD.job_id;
  DELETE FROM import_rows WHERE job_id = OLD.job_id;
END;
`;

/** Imports that were written down before their rows were counted along: of all others, no row is looked at. */
export const COUNT_FORMER_ROWS = `
INSERT INTO import_counts
SELECT job_id, outcome, count(*) FROM import_orders CROSS JOIN import_rows USING(job_id)
WHERE NOT EXISTS (SELECT 1 FROM import_counts WHERE import_counts.job_id = import_orders.job_id)
GROUP BY job_id, outcome;
`;
