/**
 * Commands of other systems that were not carried out here. A message is known by its number on the broker and by when
 * the broker took it: one that is delivered again after a crash is recorded once, and a broker that was emptied counts
 * anew.
 */
export const sql = `
CREATE TABLE refused_requests(
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  sequence INTEGER NOT NULL,
  sent_at INTEGER NOT NULL,
  subject TEXT NOT NULL,
  reason TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  command_id BLOB,
  type TEXT,
  actor TEXT,
  deliveries INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  body TEXT NOT NULL,
  UNIQUE(sequence, sent_at)
);
`;
