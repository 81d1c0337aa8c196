import { describe, expect, it } from 'vitest';
import { samplePerson } from '../../../testing/sample-persons.ts';
import type { ExistingPerson } from '../person-model.ts';
import { compareRows } from './compare-rows.ts';

const plain: ExistingPerson = {
  ...samplePerson(0),
  components: [],
  source: null,
  sourceSystem: null,
  importId: null,
};
const email = (address: string, componentId: string) => ({
  ...(samplePerson(0).components[0] as ExistingPerson['components'][number]),
  componentId,
  type: 'EmailAddress',
  data: { address },
});

describe('two records line by line', () => {
  it('are the same where they are', () => {
    const rows = compareRows(plain, plain);
    expect(rows.map(({ label }) => label)).toEqual(['Name', 'Status', 'Born']);
    expect(rows.every(({ isSame }) => isSame)).toBe(true);
  });

  it('share a value whatever its case, and differ in the others', () => {
    const a = { ...plain, components: [email('ada@b.org', '1'), email('work@b.org', '2')] };
    const b = { ...plain, components: [email('ADA@b.org', '3')] };
    const row = compareRows(a, b).find(({ label }) => label === 'E-mail address');
    expect(row).toMatchObject({
      isSame: false,
      first: [
        { isShared: true, lacking: null },
        { text: 'work@b.org', isShared: false, lacking: { componentId: '2' } },
      ],
      second: [{ text: 'ADA@b.org', isShared: true }],
    });
  });

  it('differ where the same is said with other details', () => {
    const tagged = (tags: readonly string[]) => ({
      ...plain,
      components: [{ ...email('ada@b.org', '1'), tags }],
    });
    const rows = compareRows(tagged(['preferred']), tagged([]));
    expect(rows.find(({ label }) => label === 'E-mail address')).toMatchObject({
      isSame: false,
      first: [
        {
          isShared: false,
          lacking: null,
          otherwise: { componentId: '1', differences: [{ label: 'Tags', changes: { tags: ['preferred'] } }] },
        },
      ],
      second: [{ otherwise: { differences: [{ label: 'Tags', changes: null }] } }],
    });
  });

  it('are held against the one that differs least, of several that say the same', () => {
    const tagged = (componentId: string, tags: readonly string[], custom = {}) => ({
      ...email('ada@b.org', componentId),
      tags,
      custom,
    });
    const a = { ...plain, components: [tagged('1', ['preferred'])] };
    const b = { ...plain, components: [tagged('2', ['old'], { desk: '4' }), tagged('3', [])] };
    const row = compareRows(a, b).find(({ label }) => label === 'E-mail address');
    expect(row?.first).toMatchObject([{ otherwise: { componentId: '3', differences: [{ label: 'Tags' }] } }]);
  });

  it('tell relationships with two others apart', () => {
    const mentor = (otherPersonId: string) => ({
      ...plain,
      components: [
        { ...email('', '1'), type: 'Relationship', data: { otherPersonId, relationshipType: 'Mentor' } },
      ],
    });
    const rows = compareRows(mentor('a'), mentor('b'));
    expect(rows.find(({ label }) => label === 'Relationship')).toMatchObject({
      first: [{ otherwise: null, lacking: { data: { otherPersonId: 'a' } } }],
    });
  });

  it('do not offer what was found wrong', () => {
    const data = { name: 'Height', value: '180', invalidated: { at: '2026-01-01T00:00:00.000Z' } };
    const a = { ...plain, components: [{ ...email('', '1'), type: 'Attribute', data }] };
    const row = compareRows(a, plain).find(({ label }) => label === 'Attribute');
    expect(row?.first).toMatchObject([{ lacking: null, isShared: false }]);
  });

  it('show where they are and what else is known of them', () => {
    const other = { ...plain, location: 'Lisbon', identities: { crm: '7' }, metadata: { batch: '1' } };
    const differing = compareRows({ ...plain, location: null, identities: {}, metadata: {} }, other)
      .filter(({ isSame }) => !isSame)
      .map(({ label }) => label);
    expect(differing).toEqual(['Location', 'Known elsewhere as', 'Metadata']);
  });

  it('differ where one of them has nothing', () => {
    const row = compareRows({ ...plain, birthDate: null }, plain).find(({ label }) => label === 'Born');
    expect(row).toMatchObject({ first: [], second: [{ isShared: false }], isSame: false });
  });
});
