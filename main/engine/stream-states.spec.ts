import { expect, it } from 'vitest';
import type { Registry } from '../../domain/kernel/registry.ts';
import type { EventLog } from '../../domain/ports/event-log.ts';
import { createStreamStates } from './stream-states.ts';

it('a state that what others did cannot be folded into is held no longer, and nobody who takes that in hears of it', () => {
  const head = { key: 1, version: 1, position: 1, commitId: 'a' };
  const later = { ...head, version: 2, position: 2, commitId: 'b' };
  const log = { streamHead: () => later, readStream: () => [] } as Partial<EventLog> as EventLog;
  const decider = { initial: 'read anew', weight: () => 1 };
  const registry = {
    contexts: new Map([['person', { decider }]]),
    upcast: () => {
      throw new Error('too deep');
    },
  } as never as Registry;
  const states = createStreamStates(log, registry);
  states.store({ streamId: 'person-1', head, version: 1, state: 'held', newer: false });
  states.follow('person-1', later, () => [{} as never]);
  expect(states.load('person-1')).toMatchObject({ head: later, state: 'read anew' });
});
