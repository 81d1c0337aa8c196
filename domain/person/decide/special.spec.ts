import { describe, expect, it } from 'vitest';
import { ADA, COMMAND, GRACE, given } from '../../testing/given.ts';
import { added, componentIdOf, created, updated } from '../../testing/persons.ts';
import { NOW } from '../../testing/recorded.ts';
import { type ComponentType, personCommands } from '../index.ts';

const person = { personId: ADA };
const one = { ...person, componentId: componentIdOf(1) };

describe('endorsing a skill', () => {
  it('adds who vouches for it, under the id of the command', () => {
    given(created(), added(1, 'Skill'))
      .when('EndorseSkill', { ...one, endorserName: 'Charles', endorserId: 'cb', comment: 'Truly' })
      .thenEvents(
        updated(1, 'Skill', {
          data: {
            endorsements: {
              [COMMAND]: { endorserName: 'Charles', endorserId: 'cb', comment: 'Truly', endorsedAt: NOW },
            },
          },
        }),
      );
  });

  it('leaves earlier endorsements alone', () => {
    const earlier = { [GRACE]: { endorserName: 'Grace', endorsedAt: NOW } };
    given(created(), added(1, 'Skill', { data: { name: 'Chess', endorsements: earlier } }))
      .when('EndorseSkill', { ...one, endorserName: 'Charles' })
      .thenPerson({
        components: [
          { data: { endorsements: { ...earlier, [COMMAND]: { endorserName: 'Charles', endorsedAt: NOW } } } },
        ],
      });
  });

  it('is refused for a skill of one’s own', () => {
    given(created(), added(1, 'Skill'))
      .when('EndorseSkill', { ...one, endorserName: 'Ada', endorserId: ADA })
      .thenRefused('endorsement-by-oneself');
    given(created(), added(1, 'Skill'))
      .when('EndorseSkill', { ...one, endorserName: 'Ada', endorserId: ` ${ADA.toUpperCase()}` })
      .thenRefused('endorsement-by-oneself');
  });

  it('is refused for a skill that is not there', () => {
    given(created())
      .when('EndorseSkill', { ...one, endorserName: 'Charles' })
      .thenRefused('component-missing');
  });
});

describe.each([
  ['UpdateCommunicationPreferences', 'CommunicationPreferences', { language: 'en' }, { language: 'de' }],
  ['UpdatePrivacyPreferences', 'PrivacyPreferences', { dataSharing: true }, { dataSharing: false }],
] as const)('%s', (command, type, first, second) => {
  it('adds the component where the person has none', () => {
    given(created())
      .when(command, { ...person, ...first })
      .thenEvents(added(1, type, { componentId: COMMAND, data: first }));
  });

  it('changes the one that the person has', () => {
    given(created(), added(1, type, { data: first }))
      .when(command, { ...person, ...second, reason: 'Asked' })
      .thenEvents(updated(1, type, { data: second }, 'Asked'));
  });

  it('records nothing where nothing is said', () => {
    const [field = ''] = Object.keys(first);
    given(created()).when(command, person).thenNothing();
    given(created())
      .when(command, { ...person, [field]: null })
      .thenNothing();
    given(created(), added(1, type, { data: first }))
      .when(command, { ...person, ...first })
      .thenNothing();
  });
});

describe('recording a consent', () => {
  const mail = { ...person, consentType: 'newsletter', granted: true, consentVersion: '2024-1' };
  const consent = { granted: true, consentVersion: '2024-1', recordedAt: NOW };

  it('begins the privacy preferences where there are none', () => {
    given(created())
      .when('RecordConsent', { ...mail, ip: '192.0.2.1' })
      .thenEvents(
        added(1, 'PrivacyPreferences', {
          componentId: COMMAND,
          data: { consents: { newsletter: { ...consent, ip: '192.0.2.1' } } },
        }),
      );
  });

  it('can be withdrawn, and leaves other consents and preferences alone', () => {
    const before = {
      dataSharing: true,
      consents: { newsletter: { ...consent, ip: '::1' }, profiling: consent },
    };
    given(created(), added(1, 'PrivacyPreferences', { data: before }))
      .when('RecordConsent', { ...mail, granted: false }, '2024-07-01T00:00:00.000Z')
      .thenEvents(
        updated(1, 'PrivacyPreferences', {
          data: {
            consents: { newsletter: { granted: false, recordedAt: '2024-07-01T00:00:00.000Z', ip: null } },
          },
        }),
      );
  });

  it('needs a type of consent that is not blank', () => {
    const parse = (data: object) => personCommands.RecordConsent.schema.safeParse(data).success;
    expect(parse(mail)).toBe(true);
    expect(parse({ ...mail, consentType: ' ' })).toBe(false);
    expect(parse({ ...mail, consentType: 'constructor' })).toBe(false);
  });
});

describe('what a command of its own records', () => {
  const of = (componentType: ComponentType, fields: object) => ({
    componentType,
    data: { ...added(1, componentType).data.data, ...fields },
  });
  const endorsements = { [GRACE]: { endorserName: 'Grace', endorsedAt: NOW } };
  const consents = { newsletter: { granted: true, consentVersion: '1', recordedAt: NOW } };
  const derived = [
    ['endorsements', 'EndorseSkill', of('Skill', { endorsements })],
    ['consents', 'RecordConsent', of('PrivacyPreferences', { consents })],
    ['invalidated', 'InvalidateAttribute', of('Attribute', { invalidated: { at: NOW } })],
  ] as const;

  it.each(derived)('cannot be added as %s: that is what %s is for', (field, command, component) => {
    given(created())
      .when('AddComponent', { ...one, ...component })
      .thenRefused('field-derived', { componentType: component.componentType, field, command });
  });

  it.each(derived)(
    'cannot be forged or erased as %s: that is what %s is for',
    (field, command, component) => {
      for (const value of [component.data[field as keyof typeof component.data], null]) {
        given(created(), added(1, component.componentType, { data: component.data }))
          .when('UpdateComponent', { ...one, changes: { data: { [field]: value } } })
          .thenRefused('field-derived', { componentType: component.componentType, field, command });
      }
      expect(Object.keys(personCommands)).toContain(command);
    },
  );

  it('may be left out in any way', () => {
    given(created())
      .when('AddComponent', {
        ...one,
        componentType: 'Skill',
        data: { name: 'Chess', endorsements: null },
      })
      .thenEvents(added(1, 'Skill', { data: { name: 'Chess' } }));
    given(created(), added(1, 'Skill'))
      .when('UpdateComponent', { ...one, changes: { data: { endorsements: undefined } } })
      .thenNothing();
  });
});

describe('attributes', () => {
  const height = { type: 'number', number: 168, unit: 'cm' } as const;
  const fact = { category: 'Physical', name: 'Height', value: height } as const;
  const data = { ...fact, recordedAt: NOW };

  it('are recorded now, unless an earlier time is given', () => {
    given(created())
      .when('RecordAttribute', { ...person, ...fact })
      .thenEvents(added(1, 'Attribute', { componentId: COMMAND, data }));
    given(created())
      .when('RecordAttribute', { ...one, ...fact, recordedAt: '2020-01-01T01:00:00+01:00' })
      .thenEvents(added(1, 'Attribute', { data: { ...fact, recordedAt: '2020-01-01T00:00:00.000Z' } }));
  });

  it('change their value as a whole, so that no unit stays with a text', () => {
    given(created(), added(1, 'Attribute', { data }))
      .when('UpdateAttribute', { ...one, value: { type: 'text', text: 'tall' }, reason: 'Better' })
      .thenEvents(
        updated(
          1,
          'Attribute',
          { data: { value: { type: 'text', text: 'tall', number: null, unit: null } } },
          'Better',
        ),
      )
      .thenPerson({ components: [{ data: { value: { type: 'text', text: 'tall' } } }] });
  });

  it('change their validity and provenance', () => {
    const provenance = { source: 'Passport', confidence: 1 };
    const before = { ...data, validFrom: NOW, provenance: { source: 'Hearsay', recordedBy: 'Charles' } };
    given(created(), added(1, 'Attribute', { data: before }))
      .when('UpdateAttribute', { ...one, validFrom: null, validUntil: NOW, provenance })
      .thenEvents(
        updated(1, 'Attribute', {
          data: { validFrom: null, validUntil: NOW, provenance: { ...provenance, recordedBy: null } },
        }),
      );
    given(created(), added(1, 'Attribute', { data: before }))
      .when('UpdateAttribute', { ...one, provenance: null })
      .thenEvents(updated(1, 'Attribute', { data: { provenance: null } }));
    given(created(), added(1, 'Attribute', { data }))
      .when('UpdateAttribute', { ...one, provenance })
      .thenEvents(updated(1, 'Attribute', { data: { provenance } }));
  });

  it('cannot end before they begin', () => {
    given(created())
      .when('RecordAttribute', { ...one, ...fact, validFrom: NOW, validUntil: '2024-05-31T00:00:00Z' })
      .thenRefused('end-before-start');
  });

  it('are invalidated from now on, and then stay as they are', () => {
    const invalidated = { validUntil: NOW, invalidated: { at: NOW, reason: 'Wrong person' } };
    given(created(), added(1, 'Attribute', { data }))
      .when('InvalidateAttribute', { ...one, reason: 'Wrong person' })
      .thenEvents(updated(1, 'Attribute', { data: invalidated }, 'Wrong person'));
    const before = added(1, 'Attribute', { data: { ...data, ...invalidated } });
    given(created(), before)
      .when('UpdateAttribute', { ...one, value: { type: 'text', text: 'tall' } })
      .thenRefused('attribute-invalidated', { componentId: one.componentId });
    given(created(), before)
      .when('InvalidateAttribute', one, '2024-07-01T00:00:00.000Z')
      .thenRefused('attribute-invalidated');
  });

  it.each([
    ['2020-01-01T00:00:00.000Z', '2021-01-01T00:00:00.000Z', '2021-01-01T00:00:00.000Z'],
    ['2030-01-01T00:00:00.000Z', '2031-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z'],
    ['2020-01-01T00:00:00.000Z', '2031-01-01T00:00:00.000Z', NOW],
  ])('from %s until %s are invalid from %s on', (validFrom, validUntil, expected) => {
    given(created(), added(1, 'Attribute', { data: { ...data, validFrom, validUntil } }))
      .when('InvalidateAttribute', one)
      .thenPerson({ components: [{ data: { validUntil: expected } }] });
  });

  it('that are not there can be neither changed nor invalidated', () => {
    given(created())
      .when('UpdateAttribute', { ...one, value: height })
      .thenRefused('component-missing');
    given(created()).when('InvalidateAttribute', one).thenRefused('component-missing');
  });
});
