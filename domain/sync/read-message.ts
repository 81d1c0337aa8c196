import { readCheckedMessage, type ReadMessage } from './checked-message.ts';
import { subjectOf } from './commit-message.ts';
import { readPlainMessage } from './plain-message.ts';

/**
 * Reads what came on a subject of the log, which anybody with access may have put there. Only what is written exactly as
 * `writeMessage` would is a commit: two holders could otherwise keep two texts of one.
 */
export function readMessage(text: string, subject: string): ReadMessage {
  const plain = readPlainMessage(text);
  if (plain !== null && subject === subjectOf(plain.streamId)) return { ok: true, commit: plain };
  return readCheckedMessage(text, subject);
}
