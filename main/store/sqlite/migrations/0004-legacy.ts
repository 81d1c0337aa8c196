/**
 * What the bridge to the former system needs: how far its stream was read, in the transaction that takes in what was
 * read, and the messages that could not be taken. Numbers of that stream have nothing to do with those of the log.
 */
export const sql = `
CREATE TABLE legacy_progress(
  id INTEGER PRIMARY KEY CHECK (id = 1),
  stream TEXT,
  position INTEGER NOT NULL,
  written INTEGER,
  counts TEXT NOT NULL
);

CREATE TABLE legacy_odd(
  sequence INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  reason TEXT NOT NULL,
  detail TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  body TEXT NOT NULL
);
`;
