import { foldText, type PersonNameInput } from '../../domain/person/name.ts';
import type { Random } from './random.ts';

interface Culture {
  readonly convention: NonNullable<PersonNameInput['convention']>;
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly country: string;
  readonly city: string;
  readonly calling: string;
  readonly share: number;
}

const CULTURES: readonly Culture[] = [
  {
    convention: 'Western',
    given: [
      'Amelia',
      'Oliver',
      'Grace',
      'Henry',
      'Ruth',
      'Samuel',
      'Clara',
      'Edmund',
      'Naomi',
      'Walter',
      'Iris',
      'Jonas',
    ],
    family: [
      'Ashworth',
      'Bennett',
      'Calloway',
      'Dunmore',
      'Ellery',
      'Fairfax',
      'Granger',
      'Holloway',
      'Ingram',
      'Jessop',
    ],
    country: 'GB',
    city: 'Bristol',
    calling: '+44',
    share: 0.4,
  },
  {
    convention: 'Western',
    given: ['Jürg', 'Annelies', 'Matthias', 'Zoë', 'Björn', 'Françoise', 'Łukasz', 'Søren', 'Chloé', 'Žofie'],
    family: ['Müller', 'Nägeli', 'Lefèvre', 'Kowalczyk', 'Sørensen', 'Dvořák', 'van der Berg', 'Größl'],
    country: 'CH',
    city: 'Zürich',
    calling: '+41',
    share: 0.2,
  },
  {
    convention: 'Spanish',
    given: ['Lucía', 'Martín', 'Ximena', 'Íñigo', 'Pilar', 'Joaquín'],
    family: ['García', 'Núñez', 'Ibáñez', 'Peña', 'Castaño', 'Ruiz', 'Ocampo'],
    country: 'ES',
    city: 'Sevilla',
    calling: '+34',
    share: 0.14,
  },
  {
    convention: 'EastAsian',
    given: ['明', '美咲', '伟', '芳', '지훈', '陽子'],
    family: ['李', '田中', '王', '佐藤', '김', '陳'],
    country: 'JP',
    city: '京都',
    calling: '+81',
    share: 0.12,
  },
  {
    convention: 'Patronymic',
    given: ['Jón', 'Guðrún', 'Sigurður', 'Ásta'],
    family: ['Einarsson', 'Þórsdóttir', 'Björnsdóttir'],
    country: 'IS',
    city: 'Reykjavík',
    calling: '+354',
    share: 0.06,
  },
  {
    convention: 'Western',
    given: ['محمد', 'ليلى', 'דוד', 'נועה'],
    family: ['الحسن', 'العلي', 'לוי', 'כהן'],
    country: 'JO',
    city: 'Amman',
    calling: '+962',
    share: 0.05,
  },
  {
    convention: 'Mononymic',
    given: ['Suharto', 'Teller', 'Zendaya'],
    family: [],
    country: 'ID',
    city: 'Jakarta',
    calling: '+62',
    share: 0.03,
  },
];

export interface DemoIdentity {
  readonly name: PersonNameInput;
  readonly country: string;
  readonly city: string;
  readonly calling: string;
  /** Letters and digits only, for addresses. */
  readonly handle: string;
}

function cultureFor(random: Random): Culture {
  let left = random.next();
  for (const culture of CULTURES) {
    left -= culture.share;
    if (left < 0) return culture;
  }
  return CULTURES[0] as Culture;
}

function nameIn(culture: Culture, random: Random): PersonNameInput {
  const given = random.pick(culture.given);
  const { convention } = culture;
  if (convention === 'Mononymic') return { givenNames: [given], convention };
  const family = random.pick(culture.family);
  if (convention === 'Patronymic') return { givenNames: [given], patronymic: family, convention };
  if (convention === 'Spanish')
    return { givenNames: [given], familyNames: [family, random.pick(culture.family)], convention };
  const second = convention === 'Western' && random.chance(0.25) ? [random.pick(culture.given)] : [];
  return { givenNames: [given, ...second], familyNames: [family], convention };
}

/** Names of several conventions and scripts, in the shares of a mixed organisation. */
export function demoIdentity(random: Random, n: number): DemoIdentity {
  const culture = cultureFor(random);
  const name = nameIn(culture, random);
  const words = [...(name.givenNames ?? []), ...(name.familyNames ?? [])].join('.');
  const plain = foldText(words)
    .replaceAll(/[^a-z.]/g, '')
    .replaceAll(/^\.+|\.+$/g, '');
  const { country, city, calling } = culture;
  return { name, country, city, calling, handle: plain === '' ? `person.${n}` : `${plain}.${n}` };
}
