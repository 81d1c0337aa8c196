import { foldText } from './fold-text.ts';
import { isParticle } from './name-particles.ts';
import type { PersonName } from './name-schema.ts';

export { foldText, searchTokens } from './fold-text.ts';
export {
  nameOf,
  nameSearchText,
  type PersonName,
  type PersonNameInput,
  personNameSchema,
  sameName,
} from './name-schema.ts';

/**
 * - `list` (default): what an operator recognises in a table: `Bob Smith Jr.`, `李明`, `Jón Einarsson`
 * - `formal`: every part in the order of its convention: `Dr. Robert James Smith Jr.`
 * - `informal`: what the person is called: `Bob`
 * - `legal`: surname first: `van Gogh, Vincent Willem`
 * - `alphabetical`: surname first with initials: `Gogh, V. W. van`
 * - `cultural`: as the convention writes it, without titles: `Pablo Ruiz y Picasso`
 */
export const NAME_STYLES = ['list', 'formal', 'informal', 'legal', 'alphabetical', 'cultural'] as const;
export type NameStyle = (typeof NAME_STYLES)[number];

const CJK =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}ー・]+$/u;
const INITIAL = /^\p{L}\.?$/u;

const STYLES: Readonly<Record<NameStyle, (name: PersonName) => string>> = {
  list,
  formal,
  informal,
  legal,
  alphabetical,
  cultural,
};

export function displayName(name: PersonName, style: NameStyle = 'list'): string {
  return STYLES[style](name);
}

/** Two spaces part surname and given names: they sort before any letter, so all of a family stays together. */
const KEY_SEPARATOR = '  ';

/** Folded key whose plain character order is the order of a register: surnames first where there are any. */
export function sortKey(name: PersonName): string {
  const { leading, following } = registerParts(name);
  const keys = [leading, following, name.suffixes].map((parts) => foldText(parts.join(' ')));
  return keys.filter((key) => key !== '').join(KEY_SEPARATOR);
}

/** Icelanders, who have no family names, are sorted by given name; so are mononyms. */
function registerParts(name: PersonName): { leading: readonly string[]; following: readonly string[] } {
  if (name.familyNames.length === 0) return { leading: givenFirst(name), following: [] };
  return { leading: name.familyNames, following: givenFirst(name) };
}

function given(name: PersonName): readonly string[] {
  return name.givenNames;
}

function ancestors(name: PersonName): string[] {
  return [name.patronymic, name.matronymic].filter((part) => part !== undefined);
}

function givenFirst(name: PersonName): string[] {
  return [...given(name), ...ancestors(name)];
}

function titles(name: PersonName): string[] {
  return name.prefixes.filter((prefix) => !isParticle(prefix));
}

function particles(name: PersonName): string[] {
  return name.prefixes.filter(isParticle);
}

/** Names written in characters stand without a space between them. */
function join(parts: readonly string[]): string {
  const present = parts.filter((part) => part !== '');
  return present.every((part) => CJK.test(part)) ? present.join('') : present.join(' ');
}

/** With its particles: the family name, or what stands in its place where there is none. */
function surname(name: PersonName): string {
  return join([...particles(name), ...(name.familyNames.length > 0 ? name.familyNames : ancestors(name))]);
}

/** `J. Edgar` rather than `J.`: an initial alone names nobody. */
function called(name: PersonName): string {
  if (name.preferred !== undefined) return name.preferred;
  const [first = '', second = ''] = name.givenNames;
  return INITIAL.test(first) ? join([first, second]) : first;
}

function list(name: PersonName): string {
  const first = called(name);
  const last = surname(name);
  const whole = name.preferred !== undefined && endsWith(first, last);
  if (whole || last === '') return join([first, ...name.suffixes]);
  const inOrder = name.convention === 'EastAsian' ? [last, first] : [first, last];
  return join([join(inOrder), ...name.suffixes]);
}

// Legacy preferred names may be the whole name: `Jim Smith` of James Smith.
function endsWith(text: string, end: string): boolean {
  return end !== '' && ` ${foldText(text)}`.endsWith(` ${foldText(end)}`);
}

function formal(name: PersonName): string {
  return join([...titles(name), inOrder(name), ...name.suffixes]);
}

function informal(name: PersonName): string {
  return called(name) || join([name.familyNames[0] ?? '']);
}

function legal(name: PersonName): string {
  if (name.familyNames.length === 0) return join([inOrder(name), ...name.suffixes]);
  if (name.convention === 'EastAsian') return join([inOrder(name), ...name.suffixes]);
  return commas([surname(name), join(givenFirst(name)), join(name.suffixes)]);
}

function alphabetical(name: PersonName): string {
  if (name.familyNames.length === 0) return join([inOrder(name), ...name.suffixes]);
  if (name.convention === 'EastAsian') return join([inOrder(name), ...name.suffixes]);
  const initials = join([...givenFirst(name).map(initial), ...particles(name)]);
  return commas([join(name.familyNames), initials, join(name.suffixes)]);
}

function cultural(name: PersonName): string {
  const [paternal, maternal, ...more] = name.familyNames;
  if (name.convention !== 'Spanish' || paternal === undefined || maternal === undefined) return inOrder(name);
  return join([...givenFirst(name), ...particles(name), paternal, 'y', maternal, ...more]);
}

function inOrder(name: PersonName): string {
  if (name.familyNames.length === 0) return join([...given(name), surname(name)]);
  if (name.convention === 'EastAsian') return join([surname(name), join(givenFirst(name))]);
  return join([...givenFirst(name), surname(name)]);
}

/** `Jean-Luc` is `J.-L.`; a sign that takes two code units stays whole. */
function initial(part: string): string {
  const pieces = part.split('-').filter((piece) => piece !== '');
  return pieces.map((piece) => `${[...piece][0] ?? ''}.`).join('-');
}

function commas(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}
