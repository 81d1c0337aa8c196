/**
 * How a message that the bridge has published is known again when it comes back. Where headers arrive, the header says
 * it; the second form carries the same in its context, and the first form names the event as its cause.
 */
import { uuidSchema } from '../kernel/ids.ts';
import { isJsonObject } from '../person/fields/json.ts';
import { idOf } from '../person/upcasters/legacy-json.ts';
import { CONSOLE } from './old-values.ts';

/** Value: the installation whose bridge published the message. */
export const BRIDGE_HEADER = 'Person-Console-Installation';

/** Context of the second form. */
export function markOf(installation: string): Readonly<Record<string, string>> {
  return { source_system: CONSOLE, installation };
}

/** The installation that a message of the second form says it comes from; null where it does not say so. */
export function markedBy(message: unknown): string | null {
  const event = isJsonObject(message) ? message['event'] : null;
  const data = isJsonObject(event) ? event['data'] : null;
  const metadata = isJsonObject(data) ? data['metadata'] : null;
  const context = isJsonObject(metadata) ? metadata['context'] : null;
  if (!isJsonObject(context) || context['source_system'] !== CONSOLE) return null;
  return typeof context['installation'] === 'string' ? context['installation'] : null;
}

/** An event of ours that a message of the first form would be, if it were ours. */
export interface Claim {
  readonly eventId: string;
  readonly personId: string;
  readonly version: number;
}

/** Null for what cannot be ours. Whether it is, the log knows. */
export function claimOf(message: unknown): Claim | null {
  if (!isJsonObject(message)) return null;
  const eventId = uuidSchema.safeParse(idOf(message['causation_id']));
  const personId = uuidSchema.safeParse(idOf(message['aggregate_id']));
  const version = message['sequence'];
  if (!eventId.success || !personId.success || typeof version !== 'number') return null;
  return { eventId: eventId.data, personId: personId.data, version };
}
