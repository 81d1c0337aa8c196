import { describe, expect, it } from 'vitest';
import { importMappingSchema } from '../../../domain/contract/import-mapping.ts';
import { mappingParts } from './mapping-lines.ts';

const mapping = importMappingSchema.parse({
  language: 1,
  name: 'staff',
  source: 'HR',
  key: 'No',
  person: {
    name: { givenNames: ['First', 'Middle'], familyNames: ['Last'] },
    birthDate: { path: 'Born', then: [{ do: 'date', format: 'DD.MM.YYYY' }] },
    identities: { badge: 'Badge' },
  },
  components: [
    { type: 'EmailAddress', fact: 'work', each: 'mails', key: 'id', data: { address: '.' } },
    { type: 'EmailAddress', fact: 'home', data: { address: 'Home' }, custom: { seen: 'Seen' } },
  ],
});

describe('a mapping that is read', () => {
  it('says of each field of the person where it comes from', () => {
    const [person] = mappingParts(mapping);
    expect(person).toEqual({
      title: 'Person',
      note: 'source HR',
      lines: [
        { label: 'Source key', from: 'No' },
        { label: 'Given names', from: 'First, then Middle' },
        { label: 'Family names', from: 'Last' },
        { label: 'Date of birth', from: 'Born, as a date DD.MM.YYYY' },
        { label: 'Identity badge', from: 'Badge' },
      ],
    });
  });

  it('has a part for each rule, in their order', () => {
    const [, work, home] = mappingParts(mapping);
    expect(work).toEqual({
      title: 'E-mail address',
      note: 'each of mails',
      lines: [
        { label: 'Known by', from: 'id' },
        { label: 'Address', from: 'The entry itself' },
      ],
    });
    expect(home?.lines).toEqual([
      { label: 'Address', from: 'Home' },
      { label: 'Custom field seen', from: 'Seen' },
    ]);
  });
});
