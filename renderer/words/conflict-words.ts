import type { Conflict } from '../../domain/contract/conflicts.ts';
import { isJsonObject, personCommands } from '../../domain/contract/forms.ts';
import { humanize } from '../ui/format/labels.ts';
import { speltDates } from '../ui/format/word-parts.ts';
import { statusWord } from '../ui/status-words.ts';
import { headlineOf, valueText } from './data-words.ts';
import { nameText } from './name-text.ts';
import { typeTitle } from './type-title.ts';

type Field = Conflict['fields'][number];

const titles: Readonly<Record<string, { readonly title: string }>> = personCommands;

/** What was asked, as its form says it. */
export function commandTitle({ command, fields }: Conflict): string {
  const { type, data } = command;
  if (type === '') return 'A change that is not known any more';
  const title = titles[type]?.title ?? humanize(type);
  const asked = data['componentType'];
  const component = typeof asked === 'string' ? asked : fields.map(typeIn).find((found) => found !== null);
  if (component === undefined) return title;
  return title.replace(/ a component$/u, ` ${typeTitle(component).toLowerCase()}`);
}

function isName(value: unknown): boolean {
  return isJsonObject(value) && Array.isArray(value['givenNames']);
}

/** One side of a field; blank where there is nothing. */
export function sideText(value: unknown): string {
  if (isName(value)) return nameText(value, 'formal') ?? JSON.stringify(value);
  if (!isJsonObject(value)) return speltDates(valueText(undefined, value));
  const { status, type, data } = value;
  if (typeof status === 'string') return statusWord(status);
  if (typeof type === 'string' && isJsonObject(data)) return headlineOf(type, data);
  return valueText(undefined, value);
}

/** Sides come as JSON, from one program: what is the same is written the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function typeIn({ base, theirs, mine }: Field): string | null {
  const found = [mine, theirs, base].find((side) => isJsonObject(side) && typeof side['type'] === 'string');
  return isJsonObject(found) ? String(found['type']) : null;
}

/** What a path names, in words: the last part of it, or the kind of component. */
export function fieldLabel(field: Field): string {
  const parts = field.path.split('/');
  const type = typeIn(field);
  if (parts[0] === 'components' && type !== null) return typeTitle(type);
  if (parts[0] === 'primary') return `Primary ${typeTitle(parts[1] ?? '').toLowerCase()}`;
  if (parts[0] === 'lifecycle') return 'Status';
  if (parts[0] === 'birthDate') return 'Date of birth';
  return humanize(parts.at(-1) ?? field.path);
}
