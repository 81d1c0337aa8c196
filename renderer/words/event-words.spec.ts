import { describe, expect, it } from 'vitest';
import type { Subject } from './event-subjects.ts';
import { eventWords } from './event-words.ts';
import { undoReason } from './undo-reason.ts';

const name = (family: string) => ({
  givenNames: ['Ada'],
  familyNames: [family],
  prefixes: [],
  suffixes: [],
  convention: 'Western',
});

function wordsOf(type: string, data: unknown, more: object = {}, subject?: Subject) {
  const row = { type, known: true, redacted: false, schemaVersion: 3, data: JSON.stringify(data) };
  return eventWords({ ...row, ...more }, subject);
}

describe('events in words', () => {
  it('show a new name beside the old one, with the reason', () => {
    const words = wordsOf('NameUpdated', {
      oldName: name('Byron'),
      newName: name('Lovelace'),
      changeReason: 'Marriage',
    });
    expect(words).toMatchObject({
      title: 'Name changed',
      lines: [{ before: 'Ada Byron', after: 'Ada Lovelace' }],
      reason: 'Marriage',
    });
  });

  it('show a change of a name that no list shows', () => {
    const named = (...givenNames: string[]) => ({ ...name('Ashworth'), givenNames });
    const words = wordsOf('NameUpdated', { oldName: named('Iris', 'May'), newName: named('Iris', 'Jane') });
    expect(words.lines).toEqual([{ before: 'Iris May Ashworth', after: 'Iris Jane Ashworth' }]);
  });

  it('call a suspension what the operator did, and mark it by more than a colour', () => {
    expect(wordsOf('PersonSuspended', { reason: 'Check' })).toMatchObject({
      title: 'Deactivated',
      kind: 'suspended',
      tone: 'attention',
      reason: 'Check',
    });
  });

  it('have the hue of undoing where they take back', () => {
    const reason = undoReason('Person deactivated');
    expect(wordsOf('PersonActivated', { reason })).toMatchObject({
      kind: 'reactivated',
      tone: 'undo',
      reason,
    });
    expect(wordsOf('ComponentRemoved', { componentType: 'Skill', reason }).tone).toBe('undo');
    expect(wordsOf('PersonActivated', { reason: 'The suspension was undone' }).tone).toBe('ok');
  });

  it('name a component by its type and its line', () => {
    const data = { componentType: 'EmailAddress', data: { address: 'a@b.org', type: 'Work' }, primary: true };
    expect(wordsOf('ComponentAdded', data)).toMatchObject({
      title: 'E-mail address added',
      lines: [{ after: 'a@b.org (work) · primary' }],
    });
  });

  it('list what a patch changes by the labels of the form, and what it clears', () => {
    const changes = { data: { marketing: false, notifications: null }, verified: true, tags: [] };
    expect(wordsOf('ComponentUpdated', { componentType: 'EmailAddress', changes }).lines).toEqual([
      { label: 'Marketing allowed', after: 'no' },
      { label: 'Notifications allowed', after: 'cleared' },
      { after: 'Now verified' },
      { label: 'Tags', after: 'none' },
    ]);
  });

  it('say which component changed or went, beside what changed on it', () => {
    const subject = { type: 'EmailAddress', headline: 'a@b.org (work)', before: { data: {} } };
    const row = { known: true, redacted: false, schemaVersion: 3 };
    const data = (value: object) => JSON.stringify({ componentType: 'EmailAddress', ...value });
    const changed = { ...row, type: 'ComponentUpdated', data: data({ changes: { verified: true } }) };
    expect(eventWords(changed, subject)).toMatchObject({
      title: 'E-mail address changed',
      lines: [{ after: 'a@b.org (work)' }, { after: 'Now verified' }],
    });
    const removed = { ...row, type: 'ComponentRemoved', data: data({ reason: 'Bounces' }) };
    expect(eventWords(removed, subject)).toMatchObject({
      title: 'E-mail address removed',
      lines: [{ after: 'a@b.org (work)' }],
      reason: 'Bounces',
    });
  });

  it('know the kind of a component even where the event leaves it out', () => {
    const row = { type: 'ComponentRemoved', known: true, redacted: false, schemaVersion: 1, data: '{}' };
    expect(eventWords(row, { type: 'Skill', headline: 'Rust', before: { data: {} } }).title).toBe(
      'Skill removed',
    );
  });

  it('show what a field of a component said before, where it is known', () => {
    const before = {
      data: { address: 'a@b.org', type: 'Work', notifications: true, preferred: true },
      tags: ['old'],
      custom: { desk: '4' },
    };
    const data = { address: 'c@b.org', notifications: null, marketing: false, preferred: true };
    const changes = { data, tags: [], custom: { desk: '5' } };
    const subject = { type: 'EmailAddress', headline: 'a@b.org (work)', before };
    expect(wordsOf('ComponentUpdated', { changes }, {}, subject).lines.slice(1)).toEqual([
      { label: 'Address', before: 'a@b.org', after: 'c@b.org' },
      { label: 'Notifications allowed', before: 'yes' },
      { label: 'Marketing allowed', after: 'no', added: true },
      { label: 'Preferred for contact', after: 'yes' },
      { label: 'Tags', before: 'old' },
      { label: 'Desk', before: '4', after: '5' },
    ]);
  });

  it('compare whole values, also where an event says only a part of them', () => {
    const consents = { post: { granted: true, recordedAt: '2024-02-03T04:05:06.000Z' } };
    const before = { data: { consents } };
    const changes = { data: { consents: { post: { granted: false } } } };
    const subject = { type: 'PrivacyPreferences', headline: '', before };
    expect(wordsOf('ComponentUpdated', { changes }, {}, subject).lines.at(-1)).toEqual({
      label: 'Consents: post',
      before: 'granted, recorded at 2024-02-03T04:05:06.000Z',
      after: 'not granted, recorded at 2024-02-03T04:05:06.000Z',
    });
  });

  it('name the person that another was merged into', () => {
    expect(wordsOf('PersonMerged', { into: 'p2', reason: 'UserRequested' })).toMatchObject({
      lines: [{ label: 'Into', person: 'p2' }],
      reason: 'asked for by a user',
    });
  });

  it('reach into nested fields', () => {
    const changes = { data: { contactHours: { from: 8 } } };
    expect(wordsOf('ComponentUpdated', { componentType: 'PhoneNumber', changes }).lines).toEqual([
      { label: 'Contact hours: From hour', after: '8' },
    ]);
  });

  it('give each consent a line of its own, with its time', () => {
    const post = { granted: true, recordedAt: '2024-02-03T04:05:06.000Z' };
    const changes = { data: { consents: { post, smsNews: null } } };
    expect(wordsOf('ComponentUpdated', { componentType: 'PrivacyPreferences', changes }).lines).toEqual([
      { label: 'Consents: post', after: 'granted, recorded at 2024-02-03T04:05:06.000Z' },
      { label: 'Consents: sms news', after: 'cleared' },
    ]);
  });

  it('say of an unknown event that it is kept', () => {
    const words = wordsOf('GitMetricsImported', { lines: 4 }, { known: false });
    expect(words).toMatchObject({ kind: 'unknown', title: 'Git metrics imported' });
    expect(words.lines[0]?.after).toContain('kept as it came');
  });

  it('show nothing of an erased event', () => {
    const words = wordsOf('PersonCreated', { name: name('Byron') }, { redacted: true });
    expect(JSON.stringify(words)).not.toContain('Byron');
  });

  it.each(
    [
      'PersonCreated',
      'PersonActivated',
      'PersonSuspended',
      'PersonArchived',
      'PersonUpdated',
      'NameUpdated',
      'BirthDateSet',
      'DeathRecorded',
      'ComponentAdded',
      'ComponentUpdated',
      'ComponentRemoved',
      'PersonMerged',
      'LocationAssigned',
      'EmploymentAdded',
      'IdentityLinked',
      'MetadataUpdated',
    ].flatMap((type) =>
      [{}, null, [], { changes: 4, name: 'text', data: [1], reason: {} }].map(
        (data) => [type, data] as const,
      ),
    ),
  )('%s has words whatever its data is: %j', (type, data) => {
    const words = wordsOf(type, data);
    expect(words.title).not.toBe('');
    expect(words.kind).not.toBe('unknown');
  });

  it('survive data that is no JSON', () => {
    const row = { type: 'NameUpdated', known: true, redacted: false, schemaVersion: 3, data: '{"cut' };
    expect(eventWords(row).title).toBe('Name changed');
  });
});
