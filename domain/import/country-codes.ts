import { searchTokens } from '../person/fold-text.ts';

/** Countries and territories (ISO 3166-1, alpha-2), and Kosovo, which has no code there and is written so all the same. */
const CODES =
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
   CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
   GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
   KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
   MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
   SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
   UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW`.split(/\s+/);

const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'tr'];

/** As people write them besides: former names, short ones, and the full ones of states. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE', 'Emirates', 'VAE'],
  BA: ['Bosnia', 'Bosnien'],
  CD: ['DR Congo', 'Democratic Republic of the Congo'],
  CI: ['Ivory Coast', 'Elfenbeinküste'],
  CV: ['Cape Verde'],
  CZ: ['Czech Republic', 'Tschechische Republik', 'République tchèque', 'República Checa', 'Repubblica Ceca'],
  DE: ['Federal Republic of Germany', 'Bundesrepublik Deutschland', 'BRD'],
  FR: ['French Republic', 'République française'],
  GB: [
    'UK',
    'United Kingdom of Great Britain and Northern Ireland',
    'Great Britain',
    'Britain',
    'England',
    'Scotland',
    'Wales',
    'Northern Ireland',
    'Großbritannien',
    'Grande-Bretagne',
    'Gran Bretaña',
    'Gran Bretagna',
    'Grã-Bretanha',
    'Groot-Brittannië',
    'Büyük Britanya',
    'İngiltere',
    'Angleterre',
    'Inglaterra',
    'Inghilterra',
    'Engeland',
  ],
  IE: ['Republic of Ireland', 'Éire'],
  IR: ['Islamic Republic of Iran'],
  KP: ['DPRK'],
  KR: ['Korea', 'Republic of Korea'],
  LA: ['Lao PDR'],
  MK: ['Macedonia', 'Mazedonien'],
  MM: ['Burma'],
  NL: ['Holland', 'The Netherlands', 'Die Niederlande', 'Holanda', 'Hollande', 'Olanda'],
  RU: ['Russian Federation', 'Russische Föderation'],
  SK: ['Slovak Republic'],
  SZ: ['Swaziland'],
  TR: ['Turkey', 'Türkiye', 'Turkiye'],
  TW: ['Republic of China'],
  US: [
    'USA',
    'U.S.',
    'United States of America',
    'America',
    'Vereinigte Staaten von Amerika',
    "États-Unis d'Amérique",
    'Estados Unidos de América',
    'Estados Unidos da América',
    "Stati Uniti d'America",
    'Verenigde Staten van Amerika',
    'EE. UU.',
    'EUA',
  ],
  VA: ['Vatican', 'Vatikan', 'Holy See'],
};

const BETWEEN = new Set(['and', 'und', 'et', 'y', 'e', 'en', 've', 'the']);

/** However it is written: `U.S.A.` and `usa`, `St. Lucia` and `Saint Lucia` are the same. */
function plainName(name: string): string {
  return searchTokens(name)
    .filter((word) => !BETWEEN.has(word))
    .map((word) => (word === 'saint' ? 'st' : word))
    .join('');
}

function namesOf(code: string, displays: readonly Intl.DisplayNames[]): readonly string[] {
  const named = displays.flatMap((display) => display.of(code) ?? []);
  // Two letters are somebody's code, whichever language shortens a name to them: in French, the United Kingdom is `R.-U.`
  return [...named.filter((name) => plainName(name).length > 2), ...(ALSO[code] ?? [])];
}

function codesByName(): ReadonlyMap<string, string> {
  const displays = LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).map((style) => new Intl.DisplayNames(language, { type: 'region', style })),
  );
  const codes = new Map<string, string>();
  const unclear = new Set<string>();
  for (const code of CODES) {
    for (const name of namesOf(code, displays).map(plainName)) {
      if ((codes.get(name) ?? code) !== code) unclear.add(name);
      codes.set(name, code);
    }
  }
  for (const name of unclear) codes.delete(name);
  return codes;
}

let known: ReadonlyMap<string, string> | null = null;

const LONGEST_NAME = 60;
const WORDS = /^[\p{L}\p{M}\s.,'’&()-]+$/u;

/**
 * `DE` of `Deutschland`, `Allemagne` or `de`; undefined where nobody is known to call a country so. The names are those
 * that the platform has: what is written down is the code, so that no event depends on them.
 */
export function countryCodeOf(text: string): string | undefined {
  // Asked of every value of a file: most are none at first sight.
  if (text.length > LONGEST_NAME || !WORDS.test(text)) return undefined;
  known ??= codesByName();
  const code = text.trim().toUpperCase();
  return CODES.includes(code) ? code : known.get(plainName(text));
}
