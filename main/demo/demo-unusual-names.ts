import { email, type Part, western } from './demo-part.ts';

/** Names that programs get wrong. */
export const UNUSUAL_NAMES: readonly Part[] = [
  {
    key: 'right-to-left',
    name: { givenNames: ['عبد الرحمن'], familyNames: ['الأندلسي', '(الثالث)'], convention: 'Western' },
    from: 98,
    scenes: [email(99, 'abdulrahman@example.org')],
  },
  {
    key: 'han',
    name: { givenNames: ['明月'], familyNames: ['欧阳'], convention: 'EastAsian' },
    from: 101,
    scenes: [email(102, 'ouyang.mingyue@example.org')],
  },
  {
    key: 'long',
    name: western(
      ['Wilhelmina', 'Alexandrina', 'Konstantia', 'Philippine', 'Theodora'],
      ['von Hohenschwangau-Oberammergau', 'zu Wolfratshausen und Garmisch-Partenkirchen'],
    ),
    from: 104,
    scenes: [email(105, 'wilhelmina.hohenschwangau@example.org')],
  },
  {
    key: 'markup',
    name: western(['Robert <b>Bobby</b>'], ['O’Tables & "Sons" <img src=x>']),
    from: 108,
    scenes: [email(109, 'bobby.tables@example.org')],
  },
];
