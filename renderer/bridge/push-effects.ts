import type { Push } from '../../domain/contract/pushes.ts';
import { keys } from './query-keys.ts';

export type QueryKey = readonly unknown[];

const PERSON = 'person-';
const CONFLICT = 'conflict-';

function personKeys(streams: readonly string[]): readonly QueryKey[] {
  // An empty list means: too many streams changed to name them.
  if (streams.length === 0) return [keys.everyPerson];
  return streams
    .filter((stream) => stream.startsWith(PERSON))
    .map((stream) => keys.person(stream.slice(PERSON.length)));
}

function conflictKeys(streams: readonly string[]): readonly QueryKey[] {
  const isTouched = streams.length === 0 || streams.some((stream) => stream.startsWith(CONFLICT));
  return isTouched ? [keys.conflicts] : [];
}

/** What is stale after a push, and nothing else. */
export function staleAfter(push: Push): readonly QueryKey[] {
  switch (push.name) {
    case 'views.advanced':
      return [...personKeys(push.payload.streams), keys.lists, keys.views];
    case 'log.appended':
      return [keys.info, keys.logLive, keys.linkLists, ...conflictKeys(push.payload.streams)];
    case 'views.changed':
      return [keys.views];
    case 'operator.changed':
      return [keys.info];
    case 'engine.state':
      return push.payload.state === 'running' ? [[]] : [];
    case 'job.changed':
      return [keys.jobs];
    case 'link.changed':
      return [keys.link, keys.linkLists, keys.info];
    case 'legacy.changed':
      return [keys.legacy];
    case 'command.update':
    case 'restore.changed':
      return [];
  }
}
