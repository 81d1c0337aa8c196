import { type JsonObject, patched } from '../../domain/contract/forms.ts';
import type { EventRow } from '../../domain/contract/views.ts';
import { headlineOf } from './data-words.ts';
import { eventData, text } from './event-data.ts';
import { objectOf } from './json-object.ts';

/** What a component says, as far as it is known. */
export interface ComponentContent {
  readonly data: JsonObject;
  readonly tags?: readonly string[] | undefined;
  readonly custom?: JsonObject | undefined;
}

/** The component that an event is about, as it was just before. */
export interface Subject {
  readonly type: string;
  readonly headline: string;
  readonly before: ComponentContent;
}

type Row = Pick<EventRow, 'eventId' | 'type' | 'known' | 'redacted' | 'status' | 'data'>;

interface KnownComponent extends ComponentContent {
  readonly componentId: string;
  readonly type: string;
}

const ADDED = 'ComponentAdded';
const UPDATED = 'ComponentUpdated';
const REMOVED = 'ComponentRemoved';

function isRead(row: Row): boolean {
  return row.known && !row.redacted && row.status !== 'superseded';
}

interface ComponentEvent {
  readonly row: Row;
  readonly id: string;
  readonly data: JsonObject;
}

/** Events about components, oldest first. */
function componentEvents(newestFirst: readonly Row[]): readonly ComponentEvent[] {
  return newestFirst.toReversed().flatMap((row) => {
    if (!isRead(row) || ![ADDED, UPDATED, REMOVED].includes(row.type)) return [];
    const data = eventData(row);
    const id = text(data['componentId']);
    return id === undefined ? [] : [{ row, id, data }];
  });
}

/** True where an event speaks of a component that none of these events adds: it is older than they are. */
export function speakOfOlder(newestFirst: readonly Row[]): boolean {
  const added = new Set<string>();
  return componentEvents(newestFirst).some(({ row, id }) => {
    if (row.type === ADDED) added.add(id);
    return !added.has(id);
  });
}

const tagsIn = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.map(String) : undefined;

function contentAdded(data: JsonObject): ComponentContent {
  return { data: objectOf(data['data']), tags: tagsIn(data['tags']), custom: objectOf(data['custom']) };
}

function contentUpdated(before: ComponentContent, data: JsonObject): ComponentContent {
  const changes = objectOf(data['changes']);
  return {
    data: patched(before.data, changes['data']),
    tags: tagsIn(changes['tags']) ?? before.tags,
    custom: patched(before.custom ?? {}, changes['custom']),
  };
}

function after(before: KnownComponent | undefined, { row, id, data }: ComponentEvent): KnownComponent {
  const content = row.type === ADDED ? contentAdded(data) : contentUpdated(before ?? { data: {} }, data);
  return { componentId: id, type: text(data['componentType']) ?? before?.type ?? '', ...content };
}

/**
 * What changed and removed components were at the time, by event id: their own events do not say it. `before`
 * holds the components that there were before the oldest of the events.
 */
export function subjectsOf(
  before: readonly KnownComponent[],
  newestFirst: readonly Row[],
): ReadonlyMap<string, Subject> {
  const components = new Map(before.map((component) => [component.componentId, component]));
  const subjects = new Map<string, Subject>();
  for (const event of componentEvents(newestFirst)) {
    const known = components.get(event.id);
    if (known !== undefined && event.row.type !== ADDED) {
      const headline = headlineOf(known.type, known.data);
      subjects.set(event.row.eventId, { type: known.type, headline, before: known });
    }
    if (event.row.type === REMOVED) components.delete(event.id);
    else components.set(event.id, after(known, event));
  }
  return subjects;
}
