import { describe, expect, it } from 'vitest';
import { speakOfOlder, subjectsOf } from './event-subjects.ts';

const email = (address: string) => ({ address, type: 'Work' });

type Row = Parameters<typeof subjectsOf>[1][number];

function row(type: string, data: object): Row {
  const rest = { known: true, redacted: false, status: 'pending' as const };
  return { eventId: `${type} ${JSON.stringify(data)}`, type, ...rest, data: JSON.stringify(data) };
}
const added = row('ComponentAdded', {
  componentId: 'e1',
  componentType: 'EmailAddress',
  data: email('old@b.org'),
});
const moved = row('ComponentUpdated', {
  componentId: 'e1',
  componentType: 'EmailAddress',
  changes: { data: { address: 'new@b.org' } },
});
const removed = row('ComponentRemoved', { componentId: 'e1', componentType: 'EmailAddress', reason: null });
const subjects = (...newestFirst: Row[]) => subjectsOf([], newestFirst);

describe('the component that an event is about', () => {
  it('is named as it was just before, whatever happened to it later', () => {
    const named = subjects(removed, moved, added);
    expect(named.get(moved.eventId)).toMatchObject({ type: 'EmailAddress', headline: 'old@b.org (work)' });
    expect(named.get(removed.eventId)).toMatchObject({ type: 'EmailAddress', headline: 'new@b.org (work)' });
    expect(named.has(added.eventId)).toBe(false);
  });

  it('is known from the state before the events, where they do not add it', () => {
    expect(speakOfOlder([removed, moved])).toBe(true);
    expect(speakOfOlder([removed, moved, added])).toBe(false);
    const before = [{ componentId: 'e1', type: 'EmailAddress', data: email('old@b.org') }];
    expect(subjectsOf(before, [removed]).get(removed.eventId)?.headline).toBe('old@b.org (work)');
  });

  it('has said what it said just before', () => {
    const tagged = row('ComponentUpdated', {
      componentId: 'e1',
      changes: { tags: ['a'], custom: { Desk: '4' } },
    });
    const named = subjects(removed, tagged, moved, added);
    expect(named.get(tagged.eventId)?.before).toMatchObject({ data: email('new@b.org'), custom: {} });
    expect(named.get(removed.eventId)?.before).toMatchObject({ tags: ['a'], custom: { Desk: '4' } });
  });

  it('is nameless where nothing says what it was', () => {
    expect(subjects(removed).size).toBe(0);
    expect(subjects(row('ComponentUpdated', {}), row('ComponentRemoved', { componentId: 4 })).size).toBe(0);
  });

  it('is not changed by events that do not count', () => {
    for (const more of [{ status: 'superseded' as const }, { redacted: true }, { known: false }]) {
      const named = subjects(removed, { ...moved, ...more }, added);
      expect(named.get(removed.eventId)?.headline).toBe('old@b.org (work)');
    }
  });
});
