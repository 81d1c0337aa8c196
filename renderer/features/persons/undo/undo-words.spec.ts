import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../../domain/contract/commands.ts';
import type { EventRow } from '../../../../domain/contract/views.ts';
import type { Undoable } from '../../../state/undo-stack.ts';
import { sampleEvents } from '../../../testing/sample-events.ts';
import { samplePerson } from '../../../testing/sample-persons.ts';
import { undoFailed, undoWords } from './undo-words.ts';

const entry: Undoable = {
  id: 'u',
  personId: 'ada',
  personName: 'Ada King',
  title: 'Person renamed',
  steps: [],
  before: 1,
  after: 2,
};
const outcome = (changes: Partial<Outcome>): Outcome => ({
  commandId: 'c',
  status: 'accepted',
  streamId: null,
  version: 3,
  events: [],
  ...changes,
});
const renamed: EventRow = {
  ...(sampleEvents(samplePerson(0))[0] as EventRow),
  type: 'NameUpdated',
  known: true,
  redacted: false,
  reading: null,
  data: '{}',
  actor: 'user:Grace',
};

describe('what became of an undo', () => {
  it('names what was undone, and of whom', () => {
    expect(undoWords(entry, { outcome: outcome({}), done: 1, since: [] })).toEqual({
      tone: 'undo',
      title: 'Undone: person renamed',
      person: 'ada',
      commandId: 'c',
    });
  });

  it('says what others did first, that nothing was overwritten, and what to do', () => {
    const conflict = outcome({ status: 'conflict', code: 'version-conflict' });
    const since = [renamed, renamed, renamed, renamed, renamed];
    const { tone, title, detail, code } = undoWords(entry, { outcome: conflict, done: 0, since });
    expect([tone, title]).toEqual(['attention', 'Not undone: Ada King was changed since']);
    expect(detail).toContain('Nothing was overwritten. Since then: name changed by Grace, ');
    expect(detail).toContain('and 2 more. Look at the history');
    expect(code).toBe('version-conflict');
  });

  it('says how far it came', () => {
    const two = { ...entry, steps: [{}, {}] as unknown as Undoable['steps'] };
    const conflict = outcome({ status: 'conflict' });
    expect(undoWords(two, { outcome: conflict, done: 1, since: [] }).detail).toContain('1 of 2 parts');
  });

  it('gives the rule that stands against it, or the error, with its code', () => {
    const rejected = outcome({
      status: 'rejected',
      code: 'person-archived',
      message: 'The person is archived',
    });
    expect(undoWords(entry, { outcome: rejected, done: 0, since: [] }).code).toBe('person-archived');
    const error = { code: 'engine-stopped', kind: 'retryable', message: 'The engine stopped.' } as const;
    expect(undoFailed(entry, error).code).toBe('engine-stopped');
  });
});
