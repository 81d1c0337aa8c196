import type { EventSurroundings, LogRow } from '../../../domain/contract/views.ts';
import { shortId } from '../../ui/format/labels.ts';
import { formatCount } from '../../ui/format/number.ts';

/** What is said where nothing stands around an event: that there is nothing, or that it was not looked for far enough. */

export function causeWords({ causationId }: LogRow): string {
  return causationId === null
    ? 'Nothing: it began here'
    : `${shortId(causationId)}, which is not in this log`;
}

export function effectWords({ searchedTo, head }: EventSurroundings): string {
  return searchedTo >= head
    ? 'Nothing so far'
    : `Nothing up to position ${formatCount(searchedTo)}; the rest was not searched`;
}

export function beforeWords({ event }: EventSurroundings): string {
  return event.version === 1 ? 'It is the first' : 'Further back than was searched';
}

export function afterWords({ event, streamVersion }: EventSurroundings): string {
  return event.version >= streamVersion ? 'It is the newest' : 'Further on than was searched';
}
