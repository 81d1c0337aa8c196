const number = '044 668 18 00';

export const contactCases = {
  EmailAddress: {
    valid: [
      { address: 'a@b.co' },
      { address: "o'hara+news@mail.example.org", notifications: true },
      { address: 'info@zürich.example', type: 'Other' },
      { address: 'x@sub.domain-with-dash.example' },
    ],
    invalid: [
      ['address', {}],
      ['address', { address: '' }],
      ['address', { address: 'ada' }],
      ['address', { address: 'ada@localhost' }],
      ['address', { address: 'ada.example.org' }],
      ['address', { address: 'a@b@example.org' }],
      ['address', { address: 'a b@example.org' }],
      ['address', { address: '.ada@example.org' }],
      ['address', { address: 'ada..l@example.org' }],
      ['address', { address: 'ada@example..org' }],
      ['address', { address: 'ada@-example.org' }],
      ['address', { address: 'Ada <ada@example.org>' }],
      ['address', { address: `${'a'.repeat(250)}@example.org` }],
      ['type', { address: 'a@b.co', type: 'work' }],
      ['preferred', { address: 'a@b.co', preferred: 'yes' }],
    ],
  },
  PhoneNumber: {
    valid: [
      { number, countryCode: '+41' },
      { number: '1-800-FLOWERS', countryCode: '+1', mobile: false, sms: false, calls: true },
      { number: '٠٤٤', countryCode: '+20', contactHours: { from: 0, to: 23 } },
    ],
    invalid: [
      ['number', { countryCode: '+41' }],
      ['number', { number: 'none', countryCode: '+41' }],
      ['number', { number: '1'.repeat(51), countryCode: '+41' }],
      ['countryCode', { number }],
      ['countryCode', { number, countryCode: '' }],
      ['countryCode', { number, countryCode: 'CH' }],
      ['countryCode', { number, countryCode: '+0' }],
      ['countryCode', { number, countryCode: '+12345' }],
      ['contactHours.from', { number, countryCode: '+41', contactHours: { from: -1, to: 5 } }],
      ['contactHours.to', { number, countryCode: '+41', contactHours: { from: 9, to: 24 } }],
      ['contactHours.to', { number, countryCode: '+41', contactHours: { from: 9, to: 9 } }],
      ['contactHours.to', { number, countryCode: '+41', contactHours: { from: 17, to: 9 } }],
      ['contactHours.from', { number, countryCode: '+41', contactHours: { from: 9.5, to: 12 } }],
      ['contactHours.to', { number, countryCode: '+41', contactHours: { from: 9 } }],
    ],
  },
  MessagingApp: {
    valid: [
      { platform: 'Telegram', handle: '@ada' },
      { platform: 'Telegram', handle: '+41441234567' },
      { platform: 'Discord', handle: 'ada#1815' },
      { platform: 'Signal', handle: 'ada.01', notifications: false },
    ],
    invalid: [
      ['platform', { handle: '@ada' }],
      ['platform', { platform: 'Pigeon', handle: '@ada' }],
      ['handle', { platform: 'Signal' }],
      ['handle', { platform: 'Signal', handle: ' ' }],
      ['handle', { platform: 'Telegram', handle: 'ada' }],
      ['handle', { platform: 'Discord', handle: 'ada' }],
    ],
  },
} as const;

export const webCases = {
  SocialProfile: {
    valid: [
      { platform: 'Mastodon', username: 'ada' },
      { platform: 'YouTube', username: 'ada', accountId: 'UC1' },
    ],
    invalid: [
      ['platform', { username: 'ada' }],
      ['username', { platform: 'Mastodon' }],
      ['username', { platform: 'Mastodon', username: '\u200b' }],
      ['url', { platform: 'Mastodon', username: 'ada', url: 'mastodon.example/@ada' }],
    ],
  },
  Website: {
    valid: [
      { url: 'https://example.org' },
      { url: 'http://192.0.2.1:8080/a?b=c#d', title: 'A' },
      { url: 'HTTPS://[2001:db8::1]/' },
      { url: 'https://zürich.example/straße' },
    ],
    invalid: [
      ['url', {}],
      ['url', { url: 'example.org' }],
      ['url', { url: 'ftp://example.org' }],
      ['url', { url: 'javascript:alert(1)' }],
      ['url', { url: 'https://' }],
      ['url', { url: 'https://exa mple.org' }],
      ['url', { url: 'https://ada:secret@example.org' }],
      ['url', { url: 'https://example.org/a b' }],
      ['url', { url: `https://example.org/${'a'.repeat(2000)}` }],
      ['title', { url: 'https://example.org', title: '' }],
    ],
  },
  ProfessionalNetwork: {
    valid: [{ network: 'ORCID', memberId: '0000-0002-1825-0097', headline: 'Mathematician' }],
    invalid: [
      ['network', { memberId: '1' }],
      ['memberId', { network: 'ORCID' }],
      ['memberId', { network: 'ORCID', memberId: '' }],
      ['url', { network: 'ORCID', memberId: '1', url: 'orcid.org' }],
    ],
  },
} as const;
