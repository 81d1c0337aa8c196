import { formatCount } from '../../ui/format/number.ts';
import type { KeptMessage } from './message-table.tsx';

const reasons: Readonly<Record<string, string>> = {
  predecessor: 'Not the next change of its record',
  repeated: 'A change that was there already',
  'command-repeated': 'A command that was carried out already',
  unreadable: 'No change that can be read',
  'legacy-unreadable': 'Not readable',
  'legacy-unknown': 'Nothing that is known here',
  'legacy-too-large': 'Too large',
  'legacy-refused': 'A command that could not be carried out',
};

export interface OddMessage {
  readonly sequence: number;
  readonly subject: string;
  readonly reason: string;
  readonly detail: string;
  readonly receivedAt: string;
  readonly body: string;
}

/** A message on a stream, by its number there. */
export function oddMessage({ sequence, subject, reason, detail, receivedAt, body }: OddMessage): KeptMessage {
  return {
    key: sequence,
    title: formatCount(sequence),
    subject,
    why: reasons[reason] ?? reason,
    detail,
    at: receivedAt,
    body,
  };
}
