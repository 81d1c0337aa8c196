import { CircleSlash, CopyX, type LucideIcon, Link2Off } from 'lucide-react';
import type { Conflict } from '../../domain/contract/conflicts.ts';
import { isJsonObject } from '../../domain/contract/forms.ts';
import { humanize } from '../ui/format/labels.ts';
import { statusWord } from '../ui/status-words.ts';
import { headlineOf, valueText } from './data-words.ts';
import { nameText } from './name-text.ts';
import { typeTitle } from './type-title.ts';

type Severity = Conflict['severity'];

const severities: Readonly<
  Record<
    Severity,
    { readonly word: string; readonly icon: LucideIcon; readonly tone: 'attention' | 'danger' }
  >
> = {
  'same-field': { word: 'Both changed it', icon: CopyX, tone: 'attention' },
  'rests-on': { word: 'Rests on another conflict', icon: Link2Off, tone: 'attention' },
  impossible: { word: 'Not possible any more', icon: CircleSlash, tone: 'danger' },
};

export function severityLook(severity: Severity) {
  return severities[severity];
}

/** `UpdateName` → `Update name`. */
export function commandTitle({ type }: Conflict['command']): string {
  return type === '' ? 'A change that is not known any more' : humanize(type);
}

function isName(value: unknown): boolean {
  return isJsonObject(value) && Array.isArray(value['givenNames']);
}

/** One side of a field; blank where there is nothing. */
export function sideText(value: unknown): string {
  if (isName(value)) return nameText(value, 'formal') ?? JSON.stringify(value);
  if (!isJsonObject(value)) return valueText(undefined, value);
  const { status, type, data } = value;
  if (typeof status === 'string') return statusWord(status);
  if (typeof type === 'string' && isJsonObject(data)) return headlineOf(type, data);
  return valueText(undefined, value);
}

function typeIn({ base, theirs, mine }: Conflict['fields'][number]): string | null {
  const found = [mine, theirs, base].find((side) => isJsonObject(side) && typeof side['type'] === 'string');
  return isJsonObject(found) ? String(found['type']) : null;
}

/** What a path names, in words: the last part of it, or the kind of component. */
export function fieldLabel(field: Conflict['fields'][number]): string {
  const parts = field.path.split('/');
  const type = typeIn(field);
  if (parts[0] === 'components' && type !== null) return typeTitle(type);
  if (parts[0] === 'primary') return `Primary ${typeTitle(parts[1] ?? '').toLowerCase()}`;
  if (parts[0] === 'lifecycle') return 'Status';
  return humanize(parts.at(-1) ?? field.path);
}
