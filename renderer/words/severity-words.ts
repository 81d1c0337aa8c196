import { Archive, CircleSlash, CopyX, Flower2, Link2Off, type LucideIcon, Merge } from 'lucide-react';
import type { Conflict } from '../../domain/contract/conflicts.ts';
import { isJsonObject } from '../../domain/contract/forms.ts';
import { fieldLabel, isSame } from './conflict-words.ts';

type Severity = Conflict['severity'];

export interface SeverityWords {
  readonly word: string;
  readonly icon: LucideIcon;
  readonly tone: 'attention' | 'danger';
  /** One sentence; blank where the word says all. */
  readonly meaning: string;
}

type Look = Omit<SeverityWords, 'meaning'>;

const looks: Readonly<Record<Severity, Look>> = {
  'same-field': { word: 'Same field', icon: CopyX, tone: 'attention' },
  'rests-on': { word: 'Builds on a conflict', icon: Link2Off, tone: 'attention' },
  impossible: { word: 'Not possible any more', icon: CircleSlash, tone: 'danger' },
};

interface Closed extends Look {
  readonly meaning: string;
}

/** What closes a record for good, by the code of the refusal: no change can be carried out on it again. */
const closings: ReadonlyMap<string, Closed> = new Map([
  [
    'person-archived',
    {
      word: 'Archived meanwhile',
      icon: Archive,
      tone: 'danger',
      meaning: 'Others archived the person, and an archived record can only be read.',
    },
  ],
  [
    'person-deceased',
    {
      word: 'Deceased meanwhile',
      icon: Flower2,
      tone: 'danger',
      meaning: 'Others recorded the death of the person, and the record can only be read.',
    },
  ],
  [
    'person-merged',
    {
      word: 'Merged meanwhile',
      icon: Merge,
      tone: 'danger',
      meaning: 'Others merged the person into another one: make the change there, then drop it here.',
    },
  ],
]);

function closingOf({ severity, refusal }: Conflict): Closed | undefined {
  return severity === 'impossible' ? closings.get(refusal?.code ?? '') : undefined;
}

/** The record is closed for good: nothing is left but to drop the change. */
export function isClosed(conflict: Conflict): boolean {
  return closingOf(conflict) !== undefined;
}

/** The record that the person was merged into, where that is what stands in the way. */
export function mergedInto({ refusal, fields }: Conflict): string | null {
  if (refusal?.code !== 'person-merged') return null;
  const theirs = fields.find(({ path }) => path === 'lifecycle')?.theirs;
  return isJsonObject(theirs) && typeof theirs['into'] === 'string' ? theirs['into'] : null;
}

/** The kinds by which conflicts are filtered. */
export function severityWord(severity: Severity): string {
  return looks[severity].word;
}

function sentence(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}

/** The fields that the others changed, too. */
function sameFields(fields: Conflict['fields']): string {
  const labels = fields.filter(({ base, theirs }) => !isSame(base, theirs)).map(fieldLabel);
  return labels.length === 0 ? '' : `Both changed: ${[...new Set(labels)].join(', ').toLowerCase()}.`;
}

function meaningOf({ severity, refusal, fields }: Conflict): string {
  const why = refusal === null ? '' : sentence(refusal.message);
  return severity === 'same-field' ? [sameFields(fields), why].filter(Boolean).join(' ') : why;
}

/** Why a change could not be joined with what others did. */
export function severityWords(conflict: Conflict): SeverityWords {
  return closingOf(conflict) ?? { ...looks[conflict.severity], meaning: meaningOf(conflict) };
}
