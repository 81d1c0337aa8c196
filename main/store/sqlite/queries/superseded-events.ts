import type { SupersededRow } from '../../../../domain/contract/views.ts';
import { streamIdOf } from '../../../../domain/kernel/ids.ts';
import type { Registry } from '../../../../domain/kernel/registry.ts';
import type { StreamHead } from '../../../../domain/ports/event-log.ts';
import { fromBlob } from '../uuid-blob.ts';
import { rowsAt } from './event-rows.ts';
import type { QueryContext } from './query-context.ts';

interface Superseded {
  readonly position: number;
  readonly commit: number;
  /** Place within its commit. */
  readonly place: number;
  readonly command: Buffer;
}

const OF_STREAM = `SELECT e.position, e.commit_number AS 'commit', e.position - c.first_event AS place, c.command_id AS command
  FROM events e CROSS JOIN commits c ON c.number = e.commit_number
  WHERE e.stream = ? AND e.superseded = 1 ORDER BY e.position`;

const STANDING = `SELECT e.position, e.version FROM commands d JOIN commits c ON c.number = d.commit_number
  JOIN events e ON e.position = c.first_event + min(?, c.event_count - 1) WHERE d.command_id = ?`;

const WITHOUT_EFFECT = 'SELECT 1 AS found FROM idle_commands WHERE command_id = ?';

/** What a command did before others' changes were known, once: a second rebase supersedes what the first one had made of it. */
function firstOfEach(events: readonly Superseded[]): readonly Superseded[] {
  const first = new Map<string, number>();
  return events.filter(({ command, commit }) => {
    const key = command.toString('hex');
    const known = first.get(key) ?? commit;
    first.set(key, known);
    return known === commit;
  });
}

function whyOf(context: QueryContext, { command, place }: Superseded): SupersededRow['why'] {
  const standing = context
    .statement<{ position: number; version: number }>('log', STANDING)
    .get(place, command);
  if (standing !== undefined) return { kind: 'replaced', ...standing };
  const conflictId = fromBlob(command);
  if (context.events.streamHead(streamIdOf('conflict', conflictId)) !== null)
    return { kind: 'conflict', conflictId };
  const isSaid = context.statement<{ found: number }>('log', WITHOUT_EFFECT).get(command) !== undefined;
  return { kind: isSaid ? 'said' : 'left' };
}

/** Events that lost in a rebase, newest first, of positions above `low` and up to `high`. */
export function supersededEvents(
  context: QueryContext,
  registry: Registry,
  head: StreamHead,
  { low, high }: { readonly low: number; readonly high: number },
): SupersededRow[] {
  const all = firstOfEach(context.statement<Superseded>('log', OF_STREAM).all(head.key));
  const asked = all.filter(({ position }) => position > low && position <= high).reverse();
  const byPosition = new Map(asked.map((event) => [event.position, event]));
  return rowsAt(context, registry, [...byPosition.keys()]).flatMap((row) => {
    const event = byPosition.get(row.position);
    return event === undefined ? [] : [{ ...row, why: whyOf(context, event) }];
  });
}
