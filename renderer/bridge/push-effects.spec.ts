import { describe, expect, it } from 'vitest';
import { staleAfter } from './push-effects.ts';
import { keys } from './query-keys.ts';

describe('what a push makes stale', () => {
  it('is the persons whose streams advanced, the lists and the state of the views', () => {
    const stale = staleAfter({
      name: 'views.advanced',
      payload: { position: 9, streams: ['person-1', 'saga-2', 'person-3'] },
    });
    expect(stale).toEqual([keys.person('1'), keys.person('3'), keys.lists, keys.views]);
  });

  it('is every person where too many streams changed to name them', () => {
    const stale = staleAfter({ name: 'views.advanced', payload: { position: 9, streams: [] } });
    expect(stale).toContainEqual(keys.everyPerson);
  });

  it('is the console itself and the end of the log after an append: views have not moved yet', () => {
    expect(staleAfter({ name: 'log.appended', payload: { position: 9, streams: ['person-1'] } })).toEqual([
      keys.info,
      keys.logLive,
      keys.linkLists,
    ]);
    expect(staleAfter({ name: 'log.appended', payload: { position: 9, streams: ['conflict-1'] } })).toContain(
      keys.conflicts,
    );
  });

  it('is everything once a restarted engine runs again', () => {
    expect(staleAfter({ name: 'engine.state', payload: { state: 'running', error: null } })).toEqual([[]]);
    expect(staleAfter({ name: 'engine.state', payload: { state: 'restarting', error: null } })).toEqual([]);
  });
});
