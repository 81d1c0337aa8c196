import { describe, expect, it } from 'vitest';
import { eventWords } from './event-words.ts';

const name = (family: string) => ({
  givenNames: ['Ada'],
  familyNames: [family],
  prefixes: [],
  suffixes: [],
  convention: 'Western',
});

function wordsOf(type: string, data: unknown, more: object = {}) {
  const row = { type, known: true, redacted: false, schemaVersion: 3, data: JSON.stringify(data) };
  return eventWords({ ...row, ...more });
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
      kind: 'state',
      tone: 'attention',
      reason: 'Check',
    });
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
    const subject = { type: 'EmailAddress', headline: 'a@b.org (work)' };
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
    expect(eventWords(row, { type: 'Skill', headline: 'Rust' }).title).toBe('Skill removed');
  });

  it('reach into nested fields', () => {
    const changes = { data: { contactHours: { from: 8 } } };
    expect(wordsOf('ComponentUpdated', { componentType: 'PhoneNumber', changes }).lines).toEqual([
      { label: 'Contact hours: From hour', after: '8' },
    ]);
  });

  it('give each consent a line of its own, with a time that one can read', () => {
    const post = { granted: true, recordedAt: '2024-02-03T04:05:06.000Z' };
    const changes = { data: { consents: { post, smsNews: null } } };
    expect(wordsOf('ComponentUpdated', { componentType: 'PrivacyPreferences', changes }).lines).toEqual([
      { label: 'Consents: post', after: 'Granted yes, Recorded at 3 Feb 2024, 04:05:06 UTC' },
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
