import { describe, expect, it } from 'vitest';
import { uuidOf } from '../testing/recorded.ts';
import { oldEmploymentType, taggedData } from './tagged-data.ts';

const OTHER = uuidOf(0, 2);

function told(
  type: string,
  data: Readonly<Record<string, unknown>>,
  marks: { readonly primary?: boolean; readonly verified?: boolean } = {},
) {
  return taggedData({ type, data, primary: false, verified: false, ...marks });
}

describe('a component as the former system’s reader asks for it', () => {
  it.each([
    [
      'EmailAddress',
      { address: 'ada@example.org' },
      'Contact',
      [
        'Email',
        {
          email: { address: 'ada@example.org', verified: false },
          email_type: 'Other',
          is_preferred_contact: false,
          can_receive_notifications: false,
          can_receive_marketing: false,
        },
      ],
    ],
    [
      'PhoneNumber',
      { number: '+41 44 668 18 00' },
      'Contact',
      [
        'Phone',
        {
          phone: { number: '+41 44 668 18 00', country_code: null, extension: null, sms_capable: false },
          phone_type: 'Other',
          country_code: '',
          is_mobile: false,
          can_receive_sms: false,
          can_receive_calls: false,
          preferred_contact_time: null,
        },
      ],
    ],
    [
      'Employment',
      { company: 'Analytical Engines' },
      'Professional',
      [
        'Employment',
        {
          company: 'Analytical Engines',
          start_date: null,
          end_date: null,
          employment_type: 'Other',
          is_current: false,
          description: null,
          achievements: [],
        },
      ],
    ],
    [
      'Affiliation',
      { organization: 'Royal Society' },
      'Professional',
      [
        'Affiliation',
        {
          organization_name: 'Royal Society',
          membership_type: 'Member',
          member_id: null,
          role: null,
          start_date: null,
          end_date: null,
          is_active: false,
          committees: [],
          contributions: [],
        },
      ],
    ],
    [
      'Project',
      { name: 'Note G' },
      'Professional',
      [
        'Project',
        {
          project_name: 'Note G',
          description: '',
          role: '',
          company: null,
          client: null,
          start_date: null,
          end_date: null,
          is_ongoing: false,
          team_size: null,
          budget: null,
          technologies: [],
          methodologies: [],
          deliverables: [],
          outcomes: [],
          url: null,
        },
      ],
    ],
    [
      'Skill',
      { name: 'Analysis' },
      'Professional',
      [
        'Skills',
        {
          skills: [
            {
              name: 'Analysis',
              category: 'Other',
              proficiency: 'Beginner',
              years_experience: null,
              last_used: null,
              endorsement_count: 0,
              certifications: [],
            },
          ],
          specializations: [],
        },
      ],
    ],
    [
      'SocialProfile',
      { platform: 'GitHub', username: 'ada' },
      'Social',
      [
        'SocialMedia',
        {
          platform: 'GitHub',
          username: 'ada',
          profile_url: '',
          display_name: null,
          bio: null,
          follower_count: null,
          following_count: null,
          is_verified: false,
          is_business_account: false,
          last_synced: null,
        },
      ],
    ],
    [
      'Website',
      { url: 'https://ada.example.org' },
      'Social',
      [
        'Website',
        {
          url: 'https://ada.example.org',
          title: null,
          description: null,
          website_type: 'Other',
          is_primary: false,
          technologies: [],
          last_updated: null,
        },
      ],
    ],
    [
      'ProfessionalNetwork',
      { network: 'LinkedIn', memberId: 'ada' },
      'Social',
      [
        'ProfessionalNetwork',
        {
          network_name: 'LinkedIn',
          member_id: 'ada',
          profile_url: null,
          connection_count: null,
          membership_level: null,
          specializations: [],
          joined_date: null,
        },
      ],
    ],
    [
      'Relationship',
      { otherPersonId: OTHER, relationshipType: 'Friend' },
      'Social',
      [
        'Relationship',
        {
          other_person_id: { id: OTHER },
          relationship_type: 'Friend',
          start_date: null,
          end_date: null,
          notes: null,
        },
      ],
    ],
  ] as const)(
    'has every field that it cannot do without, where little is known: %s',
    (type, data, group, [name, expected]) => {
      expect(JSON.parse(JSON.stringify(told(type, data)))).toStrictEqual({ [group]: { [name]: expected } });
    },
  );

  it('says what is known', () => {
    const skill = {
      name: 'Analysis',
      category: 'Mathematics',
      proficiency: 'Expert',
      lastUsed: '1852-11-27',
      endorsements: { a: {}, b: {} },
    };
    expect(told('Skill', skill)).toMatchObject({
      Professional: {
        Skills: {
          skills: [
            {
              category: 'Mathematics',
              proficiency: 'Expert',
              last_used: '1852-11-27T00:00:00Z',
              endorsement_count: 2,
            },
          ],
        },
      },
    });
    const project = { name: 'Note G', description: 'Bernoulli numbers', role: 'Author' };
    expect(told('Project', project)).toMatchObject({
      Professional: { Project: { description: 'Bernoulli numbers', role: 'Author' } },
    });
    const profile = { platform: 'GitHub', username: 'ada', url: 'https://github.com/ada' };
    expect(told('SocialProfile', profile, { verified: true })).toMatchObject({
      Social: { SocialMedia: { profile_url: 'https://github.com/ada', is_verified: true } },
    });
    expect(told('Website', { url: 'https://ada.example.org' }, { primary: true })).toMatchObject({
      Social: { Website: { is_primary: true } },
    });
  });

  it.each([
    ['Signal', 'Signal'],
    ['Matrix', { Other: 'Matrix' }],
  ])('names a platform that it did not know as another one: %s', (platform, expected) => {
    expect(told('MessagingApp', { platform, handle: '@ada', notifications: true })).toMatchObject({
      Contact: {
        Messaging: { platform: expected, handle: '@ada', preferences: { notification_enabled: true } },
      },
    });
  });

  it('is none where the type had no data, whatever its name', () => {
    expect([told('Education', {}), told('toString', {})]).toEqual([null, null]);
  });
});

it.each([
  ['SelfEmployed', 'Freelance'],
  ['Elected', 'Other'],
  ['FullTime', 'FullTime'],
  [undefined, 'Other'],
])('an employment of the kind %s was called %s', (type, expected) => {
  expect(oldEmploymentType(type)).toBe(expected);
});
