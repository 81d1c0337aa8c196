import { claimOf, markedBy } from '../../../domain/legacy/marks.ts';
import { parsedJson } from '../../../domain/legacy/parsed-json.ts';
import { type FormerCommand, readCommand } from '../../../domain/legacy/read-command.ts';
import { type FormerEvent, readEvent } from '../../../domain/legacy/read-event.ts';
import { kindOfSubject } from '../../../domain/legacy/subjects.ts';
import { isJsonObject } from '../../../domain/person/fields/json.ts';
import { streamIdOf } from '../../../domain/kernel/ids.ts';
import type { LegacyLog } from '../../../domain/ports/legacy-log.ts';
import type { OldMessage } from './old-connection.ts';

/** What a message of the former system's stream is. */
export type Sorted =
  | { readonly kind: 'event'; readonly event: FormerEvent }
  | { readonly kind: 'command'; readonly command: FormerCommand }
  /** The bridge's own, on its way back. */
  | { readonly kind: 'own' }
  /** A command from before the bridge was switched on. */
  | { readonly kind: 'history' }
  /** Under a subject that is not the person domain's. */
  | { readonly kind: 'other' }
  | { readonly kind: 'odd'; readonly reason: string; readonly detail: string };

export interface SortingOptions {
  readonly installation: string;
  readonly stream: string;
  /** Commands before it are history; null: all are. */
  readonly commandsFrom: number | null;
  readonly placeOf: LegacyLog['placeOf'];
}

export function sortMessage(message: OldMessage, options: SortingOptions): Sorted {
  if (message.installation === options.installation) return { kind: 'own' };
  switch (kindOfSubject(message.subject)) {
    case 'event':
      return event(message, options);
    case 'command':
      return command(message, options);
    case null:
      return { kind: 'other' };
  }
}

function event({ body }: OldMessage, options: SortingOptions): Sorted {
  const read = readEvent(body);
  if (!read.ok) return { kind: 'odd', reason: read.reason, detail: read.detail };
  return isOwn(body, options) ? { kind: 'own' } : { kind: 'event', event: read.event };
}

/** What lost its headers on its way says so itself, or is as an event of ours would be told. */
function isOwn(body: string, { installation, placeOf }: SortingOptions): boolean {
  const message = parsedJson(body);
  if (markedBy(message) === installation) return true;
  const claim = claimOf(message);
  const place = claim === null ? null : placeOf(claim.eventId);
  if (claim === null || place === null) return false;
  return place.streamId === streamIdOf('person', claim.personId) && place.version === claim.version;
}

/** What other systems ask for today, on the same subjects, is seen to by every console. */
function isOfToday(body: string): boolean {
  const message = parsedJson(body);
  return isJsonObject(message) && typeof message['protocol'] === 'number';
}

function command({ sequence, body, messageId }: OldMessage, options: SortingOptions): Sorted {
  if (isOfToday(body)) return { kind: 'other' };
  const { commandsFrom, stream } = options;
  if (commandsFrom === null || sequence < commandsFrom) return { kind: 'history' };
  const read = readCommand(body, { messageId, stream, sequence });
  if (!read.ok) return { kind: 'odd', reason: read.reason, detail: read.detail };
  return { kind: 'command', command: read.command };
}
