import { describe, expect, it } from 'vitest';
import type { Conflict } from '../../domain/contract/conflicts.ts';
import { commandTitle, sideText } from './conflict-words.ts';
import { isClosed, mergedInto, severityWords } from './severity-words.ts';

const email = { type: 'EmailAddress', data: { address: 'ada@example.org' } };

function conflict(more: Partial<Conflict>): Conflict {
  return {
    conflictId: 'c',
    state: 'open',
    since: '2026-01-01T00:00:00Z',
    by: null,
    reason: null,
    streamId: 'person-p',
    personId: 'p',
    displayName: 'Ada',
    severity: 'same-field',
    refusal: null,
    restsOn: null,
    command: { type: 'SetBirthDate', data: {} },
    actor: null,
    madeAt: '2026-01-01T00:00:00Z',
    origin: 'o',
    fields: [],
    theirs: [],
    ...more,
  };
}

function refused(code: string, message: string, theirs: unknown): Conflict {
  const fields = [{ path: 'lifecycle', base: { status: 'active' }, theirs, mine: { status: 'active' } }];
  return conflict({ severity: 'impossible', refusal: { code, message }, fields });
}

describe('why a change is in conflict', () => {
  it('names the fields that both changed, and not those that only mine did', () => {
    const fields = [
      { path: 'birthDate', base: null, theirs: '1815-12-10', mine: '1815-12-11' },
      { path: 'location', base: 'London', theirs: 'London', mine: 'Paris' },
    ];
    expect(severityWords(conflict({ fields })).meaning).toBe('Both changed: date of birth.');
  });

  it.each([
    ['person-archived', 'archived', 'Archived meanwhile'],
    ['person-deceased', 'deceased', 'Deceased meanwhile'],
    ['person-merged', 'merged', 'Merged meanwhile'],
  ])('says which of the ends a record has come to: %s', (code, status, word) => {
    const found = refused(code, 'No', { status });
    expect(severityWords(found).word).toBe(word);
    expect(isClosed(found)).toBe(true);
  });

  it('leaves room where the record is not closed for good, and repeats the refusal', () => {
    const found = refused('person-suspended', 'The person is suspended: reactivate the person first', {
      status: 'suspended',
    });
    expect(severityWords(found)).toMatchObject({
      word: 'Not possible any more',
      meaning: 'The person is suspended: reactivate the person first.',
    });
    expect(isClosed(found)).toBe(false);
  });

  it('leads to the record that the person was merged into', () => {
    expect(mergedInto(refused('person-merged', 'No', { status: 'merged', into: 'q' }))).toBe('q');
    expect(mergedInto(refused('person-archived', 'No', { status: 'archived' }))).toBeNull();
  });
});

describe('what was asked', () => {
  it('is called as its form is, with the kind of component where that is known', () => {
    const fields = [{ path: 'components/c', base: email, theirs: null, mine: email }];
    expect(commandTitle(conflict({}))).toBe('Set the date of birth');
    expect(commandTitle(conflict({ command: { type: 'RemoveComponent', data: {} }, fields }))).toBe(
      'Remove e-mail address',
    );
    expect(commandTitle(conflict({ command: { type: '', data: {} } }))).toBe(
      'A change that is not known any more',
    );
  });

  it('has its dates written out', () => {
    expect(sideText('1815-12-10')).toBe('10 Dec 1815');
    expect(sideText(null)).toBe('');
  });
});
