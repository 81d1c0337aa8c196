import type { PersonName } from '../../domain/contract/forms.ts';

type Given = Partial<PersonName>;

const empty: PersonName = {
  givenNames: [],
  familyNames: [],
  prefixes: [],
  suffixes: [],
  convention: 'Western',
};
const name = (parts: Given): PersonName => ({ ...empty, ...parts });
const western = (given: string, family: string, more: Given = {}): PersonName =>
  name({ givenNames: [given], familyNames: [family], ...more });

/** Names that a layout must survive: long, right to left, without spaces, and like markup. */
export const unusualNames: readonly PersonName[] = [
  western('Ada', 'Lovelace', { prefixes: ['Countess'], preferred: 'Ada' }),
  name({ givenNames: ['太郎'], familyNames: ['山田'], convention: 'EastAsian' }),
  western('محمد', 'الفاتح'),
  name({ givenNames: ['Björk'], familyNames: [], patronymic: 'Guðmundsdóttir', convention: 'Patronymic' }),
  name({ givenNames: ['Gabriel'], familyNames: ['García', 'Márquez'], convention: 'Spanish' }),
  name({ givenNames: ['Suharto'], convention: 'Mononymic' }),
  western('<b>Robert</b>', '"); DROP TABLE persons;--'),
  western(
    'Wolfeschlegelsteinhausenbergerdorff-Maximilian-Konstantin-Alexander',
    'von und zu Hohenlohe-Waldenburg-Schillingsfürst-Kaunitz-Rietberg',
  ),
  western('שרה', 'לוי'),
  name({ givenNames: ['泽东'], familyNames: ['毛'], convention: 'EastAsian' }),
  western('Søren', 'Ærøskøbing', { suffixes: ['PhD'] }),
  name({ givenNames: ['지민'], familyNames: ['박'], convention: 'EastAsian' }),
];

const given =
  'Maria James Aisha Noah Elena Liam Priya Oliver Sofia Ethan Mei Lucas Amara Jonas Ingrid Mateo Zoë Samuel Hanna Omar Clara Felix Nadia Hugo Leila Anton Ruth Victor Grace Tomás'.split(
    ' ',
  );
const family =
  'Cantwell Okafor Andersson Müller Nakamura Rossi Novák Dubois Silva Haddad Kowalski Petrov Lindqvist Ferreira Castillo Brennan Osei Ivanova Schneider Moreau Tanaka Whitfield Abernathy Delacroix Montgomery Banerjee Fitzgerald Kaplan Ortega Vasquez'.split(
    ' ',
  );

export function sampleName(index: number): PersonName {
  const unusual = unusualNames[index];
  if (unusual !== undefined) return unusual;
  const first = given[(index * 7) % given.length] ?? '';
  const last = family[(index * 13 + Math.floor(index / 30)) % family.length] ?? '';
  const middle = index % 4 === 0 ? [given[(index * 11 + 3) % given.length] ?? ''] : [];
  return name({ givenNames: [first, ...middle], familyNames: [last] });
}
