import { describe, expect, it } from 'vitest';
import { componentTypes } from './components/index.ts';
import { relationTarget, targetKey } from './relation-target.ts';

describe('whom or what a component relates to', () => {
  it.each([
    ['Relationship', 'person:0198c0de-0000-7000-8000-000000000002'],
    ['OrganizationRelationship', 'organization:royal society'],
    ['LocationRelationship', 'location:london'],
  ] as const)('is said by %s', (type, key) => {
    const target = relationTarget(type, componentTypes[type].example);
    expect(target === null ? null : targetKey(target)).toBe(key);
  });

  it('is nobody for other types, and for data that does not say it', () => {
    expect(relationTarget('Employment', { organization: 'Royal Society' })).toBeNull();
    expect(relationTarget('Relationship', {})).toBeNull();
    expect(relationTarget('LocationRelationship', { location: ['London'] })).toBeNull();
    expect(relationTarget('constructor', { location: 'London' })).toBeNull();
  });

  it('is the same however its name is written', () => {
    const key = (name: string) => targetKey({ kind: 'organization', name });
    expect(key('Café  Royal')).toBe(key('CAFE ROYAL'));
  });
});
