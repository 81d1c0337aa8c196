import type { FoundPath } from '../contract/import.ts';

/** What a column may be about. */
export type Meaning =
  | 'key'
  | 'given'
  | 'middle'
  | 'family'
  | 'whole'
  | 'prefix'
  | 'suffix'
  | 'preferred'
  | 'birth'
  | 'email'
  | 'phone'
  | 'mobile'
  | 'fax'
  | 'street'
  | 'city'
  | 'postcode'
  | 'region'
  | 'country'
  | 'company'
  | 'position'
  | 'start'
  | 'end'
  | 'contact-page'
  | 'website'
  | 'tags'
  | 'gender'
  | 'notes'
  | 'unit'
  | 'building'
  | 'latitude'
  | 'longitude'
  | 'department'
  | 'workplace'
  | 'body'
  | 'party'
  | 'title'
  | 'kind'
  | 'school'
  | 'degree'
  | 'field'
  | 'relation'
  | 'platform'
  | 'username';

/** Whole names first, so that `last name` is no `name` and `company name` no person's. */
const NAMES: readonly (readonly [meaning: Meaning, names: RegExp])[] = [
  [
    'given',
    /^(?:(?:name |person |contact )?(?:given|first|fore|christian) ?names?|(?:name )?(?:first|given)|vornamen?|prenoms?|nombres?)$/,
  ],
  ['middle', /^(?:(?:name )?(?:middle|second|additional)(?: names?| initials?)?|zweiter vorname)$/],
  [
    'family',
    /^(?:(?:name |person |contact )?(?:family|last|sur) ?names?|(?:name )?(?:last|family)|nachname|familienname|nom|apellidos?)$/,
  ],
  ['prefix', /^(?:(?:name )?(?:prefix|salutation|honorific(?: prefix)?)|name title|anrede)$/],
  ['suffix', /^(?:name )?(?:suffix|honorific suffix|generation)$/],
  ['preferred', /^(?:name )?(?:nick ?name|preferred(?: name)?|known as|call(?:ed|ing) name|rufname)$/],
  [
    'whole',
    /^(?:(?:full|display|complete|person|contact|official|name official) ?(?:full|name)?|name|name full)$/,
  ],
  [
    'birth',
    /^(?:(?:bio |person )?(?:dob|birth ?date|birth ?day|date of birth|born(?: on)?)|geburtsdatum|date de naissance)$/,
  ],
  [
    'email',
    /^(?:(?:work|private|personal|business|primary|home|office) )?e ?mails?(?: ?address(?:es)?)?(?: \d+)?(?: value)?$/,
  ],
  ['mobile', /^(?:mobiles?|cell)(?: ?phone)?(?: ?numbers?)?$|^handy$/],
  ['fax', /^(?:tele)?fax(?: ?numbers?)?$/],
  [
    'phone',
    /^(?:(?:work|home|office|business|primary) )?(?:tele)?phones?(?: ?numbers?)?(?: \d+)?(?: value)?$|^tel(?:efon)?$/,
  ],
  [
    'street',
    /^(?:(?:home|work|postal) )?(?:address )?(?:street(?: ?address| name| 1)?|address(?: ?(?:line )?1)?|strasse)$/,
  ],
  ['city', /^(?:address )?(?:city|town|locality|ort|ville)$/],
  ['postcode', /^(?:address )?(?:zip(?: ?code)?|post(?:al)? ?code|plz)$/],
  ['region', /^(?:address )?(?:state|region|county|province|canton)$/],
  ['country', /^(?:address )?country(?: code)?$|^land$/],
  ['company', /^(?:company|employer|organi[sz]ation|firm|firma)(?: name)?$/],
  ['position', /^(?:job(?: ?title)?|position|role|job role|occupation|function)$/],
  ['start', /^(?:start|from|begin|since)(?: ?date)?$/],
  ['end', /^(?:end|to|until)(?: ?date)?$/],
  ['website', /^(?:web ?sites?|home ?pages?|urls?|web|web ?pages?)$/],
  ['contact-page', /^contact (?:form|page)(?: url)?$/],
  ['tags', /^(?:tags?|labels?|keywords?|groups?|categor(?:y|ies))$/],
  ['gender', /^(?:bio )?(?:gender|sex)$/],
  ['notes', /^(?:notes?|comments?|remarks?)$/],
  ['unit', /^(?:address )?(?:suite|unit|floor|apartment|(?:address(?: line)?|street) 2)$/],
  ['building', /^(?:address )?building(?: name)?$/],
  ['latitude', /^(?:(?:address|geo|coordinates|location) )?lat(?:itude)?$/],
  ['longitude', /^(?:(?:address|geo|coordinates|location) )?(?:lng|lon|longitude)$/],
  ['department', /^(?:department|dept|abteilung)(?: name)?$/],
  ['workplace', /^(?:office|work ?place|place of work|work location)$/],
  ['body', /^(?:chamber|committee|board|body|association|society|council)(?: name)?$/],
  ['party', /^(?:political )?party(?: affiliation| name)?$|^partei$/],
  ['title', /^title$/],
  ['kind', /^(?:type|kind)$/],
  ['school', /^(?:institution|school|university|college)(?: name)?$/],
  ['degree', /^(?:degree|qualification|study type)$/],
  ['field', /^(?:field(?: of study)?|major|subject|area)$/],
  ['relation', /^relation(?:ship)?$/],
  ['platform', /^(?:platform|(?:social )?network)$/],
  ['username', /^(?:user ?name|handle|screen ?name)$/],
  [
    'key',
    /^(?:(?:person|customer|contact|employee|member|external|source|record|client|staff|user|row)? ?(?:id|uuid|guid|key|number|no|nr)|personalnummer)$/,
  ],
];

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** `E-Mail_Address` → `e mail address`, `firstName` → `first name`. */
export function plainTitle(path: string): string {
  return path
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

type Looked = Pick<FoundPath, 'path' | 'samples' | 'kind'>;

/** By its name, else by its values; null where neither says anything. */
export function meaningOf({ path, samples, kind }: Looked): Meaning | null {
  const title = plainTitle(path);
  const last = plainTitle(path.split('.').at(-1) ?? path);
  const named = (text: string) => NAMES.find(([, names]) => names.test(text))?.[0];
  const byName = named(title) ?? named(last);
  if (byName !== undefined) return byName;
  return kind === 'text' && samples.length > 0 && samples.every((text) => EMAIL.test(text)) ? 'email' : null;
}
