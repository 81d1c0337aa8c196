import { z } from 'zod';
import { line, paragraph, webAddress } from '../fields/text.ts';
import { defineComponentType, textIn, withDetail } from './component-type.ts';

export const socialProfileType = defineComponentType({
  title: 'Social profile',
  description: 'An account on a social network.',
  group: 'web',
  schema: z.strictObject({
    platform: line().meta({ title: 'Platform' }),
    username: line().meta({ title: 'User name' }),
    url: webAddress().optional().meta({ title: 'Web address' }),
    accountId: line()
      .optional()
      .meta({ title: 'Account id', description: 'The id that the platform itself uses' }),
    public: z.boolean().optional().meta({ title: 'Public' }),
  }),
  label: (data) => withDetail(textIn(data, 'username'), textIn(data, 'platform')),
  example: { platform: 'Mastodon', username: 'ada', url: 'https://mastodon.example/@ada', public: true },
});

export const websiteType = defineComponentType({
  title: 'Website',
  description: 'A page of the person or about them.',
  group: 'web',
  schema: z.strictObject({
    url: webAddress().meta({ title: 'Web address' }),
    title: line().optional().meta({ title: 'Title' }),
    description: paragraph().optional().meta({ title: 'Description', multiline: true }),
  }),
  label: (data) =>
    withDetail(textIn(data, 'title') ?? textIn(data, 'url'), textIn(data, 'title') && textIn(data, 'url')),
  example: { url: 'https://ada.example.org', title: 'Notes on the engine' },
});

export const professionalNetworkType = defineComponentType({
  title: 'Professional network',
  description: 'Membership of a professional network.',
  group: 'web',
  schema: z.strictObject({
    network: line().meta({ title: 'Network' }),
    memberId: line().meta({ title: 'Member id' }),
    url: webAddress().optional().meta({ title: 'Web address' }),
    headline: line().optional().meta({ title: 'Headline' }),
  }),
  label: (data) => withDetail(textIn(data, 'memberId'), textIn(data, 'network')),
  example: {
    network: 'ORCID',
    memberId: '0000-0002-1825-0097',
    url: 'https://orcid.org/0000-0002-1825-0097',
  },
});
