import type { LegacyProgress } from '../../../domain/ports/legacy-log.ts';
import type { SharedProgress } from '../../../domain/legacy/shared-progress.ts';
import type { OldStream } from './old-connection.ts';

/** The further of two; null where there is neither. */
function further(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/**
 * Where the bridge goes on: where this console or another one was, whichever came further. A stream that was made anew is
 * read from its beginning. `isOn`: commands are carried out from here on, unless they are already.
 */
export function whereToBegin(
  stream: OldStream,
  own: LegacyProgress,
  others: SharedProgress | null,
  isOn: boolean,
): SharedProgress {
  const from = { stream: stream.id, written: further(own.written, others?.written ?? null) };
  const ownRead = own.stream === stream.id ? own.position : 0;
  const end = isOn ? stream.lastSequence + 1 : null;
  if (others?.stream !== stream.id) return { ...from, read: ownRead, commandsFrom: end };
  return { ...from, read: Math.max(ownRead, others.read), commandsFrom: others.commandsFrom ?? end };
}
