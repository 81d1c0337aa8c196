/**
 * What sync with an installation needs. The outbox keeps what was asked, so that it can be decided again on what others
 * have done meanwhile; a stream keeps the sequence of its subject's last message, whatever that was, because that is what
 * the broker compares; messages that are no commits are kept to be shown. What was sent keeps its command for a while, too:
 * a broker may lose it.
 *
 * Numbers of the broker are few and come in their order, so their index costs next to nothing, and nothing at all
 * without a broker.
 */
export const sql = `
ALTER TABLE outbox ADD COLUMN command TEXT;
ALTER TABLE streams ADD COLUMN subject_sequence INTEGER NOT NULL DEFAULT 0;

CREATE INDEX commits_by_broker_sequence ON commits(broker_sequence) WHERE broker_sequence IS NOT NULL;

CREATE TABLE sync_state(
  key TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE sent_commands(
  commit_number INTEGER PRIMARY KEY,
  command TEXT NOT NULL
);

CREATE TABLE odd_messages(
  sequence INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  commit_id BLOB,
  reason TEXT NOT NULL,
  detail TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  body TEXT NOT NULL
);
`;
