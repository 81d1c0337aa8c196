import { describe, expect, it } from 'vitest';
import { samplePerson } from '../../../testing/sample-persons.ts';
import type { Component } from '../person-model.ts';
import { detailDifferences } from './detail-differences.ts';

const plain = { ...(samplePerson(0).components[0] as Component), tags: [], custom: {} };
const email = (data: Component['data'], more: Partial<Component> = {}): Component => ({
  ...plain,
  type: 'EmailAddress',
  data: { address: 'ada@b.org', ...data },
  ...more,
});

describe('what two alike parts say differently', () => {
  it('is nothing where only letters differ in case, or fields in order', () => {
    const custom = { a: '1', b: '2' };
    const one = email({ type: 'Work' }, { tags: ['x', 'Y'], custom });
    const other = email(
      { address: 'ADA@b.org', type: 'work' },
      { tags: ['y', 'x'], custom: { b: '2', a: '1' } },
    );
    expect(detailDifferences(one, other)).toEqual([]);
  });

  it('is said field by field, with what stands here and what stands there, and can be given', () => {
    expect(detailDifferences(email({ type: 'Work' }), email({ type: 'Personal' }))).toEqual([
      {
        label: 'Kind',
        lines: [{ label: 'Kind', before: 'Personal', after: 'Work' }],
        changes: { data: { type: 'Work' } },
      },
    ]);
  });

  it('cannot be given where only the other says something', () => {
    const [type, desk] = detailDifferences(email({}), email({ type: 'Work' }, { custom: { desk: '4' } }));
    expect(type).toMatchObject({ lines: [{ label: 'Kind', before: 'Work' }], changes: null });
    expect(desk).toMatchObject({ lines: [{ label: 'Desk', before: '4' }], changes: null });
  });

  it('gives tags to those that are there', () => {
    const differences = detailDifferences(email({}, { tags: ['a', 'b'] }), email({}, { tags: ['b', 'c'] }));
    expect(differences).toMatchObject([
      {
        lines: [{ label: 'Tags', before: 'b, c', after: 'a, b' }],
        changes: { tags: ['b', 'c', 'a'] },
      },
    ]);
    expect(detailDifferences(email({}, { tags: ['b'] }), email({}, { tags: ['b', 'c'] }))).toMatchObject([
      { changes: null },
    ]);
  });

  it('goes into what a field consists of', () => {
    const attribute = (provenance: Component['data']): Component => ({
      ...plain,
      type: 'Attribute',
      data: { name: 'Height', provenance },
    });
    const [one] = detailDifferences(
      attribute({ source: 'Passport' }),
      attribute({ source: 'Form', recordedBy: 'Ada' }),
    );
    expect(one).toMatchObject({
      label: 'Provenance',
      lines: [
        { label: 'Provenance: Source', before: 'Form', after: 'Passport' },
        { label: 'Provenance: Recorded by', before: 'Ada' },
      ],
      changes: { data: { provenance: { source: 'Passport', recordedBy: null } } },
    });
  });

  it('leaves what the console keeps, and types that it does not know, as they are', () => {
    const endorsements = { '1': { endorsedBy: 'Ada', endorsedAt: '2024-01-01T00:00:00.000Z' } };
    const skill = { ...plain, type: 'Skill', data: { name: 'Chess' } };
    const unknown = { ...plain, type: 'Horoscope', data: { sign: 'Virgo' } };
    const differences = [
      ...detailDifferences({ ...skill, data: { name: 'Chess', endorsements } }, skill),
      ...detailDifferences(unknown, { ...unknown, data: { sign: 'Libra' } }),
    ];
    expect(differences.map(({ changes }) => changes)).toEqual([null, null]);
  });
});
