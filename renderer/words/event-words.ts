import type { JsonObject } from '../../domain/contract/forms.ts';
import type { EventRow } from '../../domain/contract/views.ts';
import { calendarDate } from '../ui/format/time.ts';
import { humanize } from '../ui/format/labels.ts';
import type { Tone } from '../ui/tone.ts';
import { headlineOf } from './data-words.ts';
import { eventData, text } from './event-data.ts';
import type { Subject } from './event-subjects.ts';
import { objectOf } from './json-object.ts';
import { NAME_STYLES, nameText } from './name-text.ts';
import { patchLines } from './patch-words.ts';
import { typeTitle } from './type-title.ts';
import { tellsOfUndo } from './undo-reason.ts';
import type { WordLine } from './word-line.ts';

export type EventKind =
  | 'born'
  | 'change'
  | 'add'
  | 'remove'
  | 'reactivated'
  | 'suspended'
  | 'archived'
  | 'deceased'
  | 'merged'
  | 'unknown';

/** An event as an operator reads it. Unknown ones keep their type as the title. */
export interface EventWords {
  readonly kind: EventKind;
  readonly tone: Tone;
  readonly title: string;
  readonly lines: readonly WordLine[];
  readonly reason: string | null;
}

/** In the first style in which they differ. */
function nameChange(before: unknown, after: unknown): WordLine {
  const style = NAME_STYLES.find((each) => nameText(before, each) !== nameText(after, each));
  return { before: nameText(before, style), after: nameText(after, style) };
}

function words(kind: EventKind, title: string, rest: Partial<EventWords> = {}): EventWords {
  return { kind, title, tone: 'neutral', lines: [], reason: null, ...rest };
}

function reasonIn(data: JsonObject, key = 'reason'): string | null {
  return text(data[key]) ?? null;
}

function labelled(entries: readonly (readonly [string, unknown])[]): readonly WordLine[] {
  return entries.flatMap(([label, value]) => {
    const after = text(value);
    return after === undefined ? [] : [{ label, after }];
  });
}

const mergeReasons: Readonly<Record<string, string>> = {
  DuplicateIdentity: 'the same person was recorded twice',
  DataQualityIssue: 'a fault in the data',
  UserRequested: 'asked for by a user',
  PolicyDetermined: 'decided by a policy',
};

function componentAdded(data: JsonObject): EventWords {
  const type = text(data['componentType']) ?? 'Component';
  const content = objectOf(data['data']);
  const marks = [data['primary'] === true ? 'primary' : '', data['verified'] === true ? 'verified' : ''];
  const label = headlineOf(type, content);
  const after = [label, ...marks.filter(Boolean)].join(' · ');
  return words('add', `${typeTitle(type)} added`, { lines: [{ after }, ...whomLines(type, content)] });
}

/** The other person of a relationship, whom its own text does not name. */
function whomLines(type: string, content: JsonObject): readonly WordLine[] {
  const other = text(content['otherPersonId']);
  return type === 'Relationship' && other !== undefined ? [{ label: 'With', person: other }] : [];
}

const subjectLines = (subject: Subject | undefined): readonly WordLine[] =>
  subject === undefined ? [] : [{ after: subject.headline }, ...whomLines(subject.type, subject.before.data)];

function componentUpdated(data: JsonObject, subject?: Subject): EventWords {
  const type = text(data['componentType']) ?? subject?.type ?? 'Component';
  return words('change', `${typeTitle(type)} changed`, {
    lines: [...subjectLines(subject), ...patchLines(type, objectOf(data['changes']), subject?.before)],
    reason: reasonIn(data),
  });
}

function componentRemoved(data: JsonObject, subject?: Subject): EventWords {
  const type = text(data['componentType']) ?? subject?.type ?? 'Component';
  return words('remove', `${typeTitle(type)} removed`, {
    lines: subjectLines(subject),
    reason: reasonIn(data),
  });
}

function nameUpdated(data: JsonObject): EventWords {
  const line = nameChange(data['oldName'], data['newName']);
  return words('change', 'Name changed', { lines: [line], reason: reasonIn(data, 'changeReason') });
}

function merged(data: JsonObject): EventWords {
  const reason = text(data['reason']);
  const into = text(data['into']);
  const lines = into === undefined ? [] : [{ label: 'Into', person: into }];
  const why = reason === undefined ? null : (mergeReasons[reason] ?? reason);
  return words('merged', 'Merged', { tone: 'undo', lines, reason: why });
}

function updated(data: JsonObject): EventWords {
  return words('change', 'Updated', { lines: patchLines('', { data: objectOf(data['changes']) }) });
}

function metadataUpdated(data: JsonObject): EventWords {
  const lines = patchLines('', { data: objectOf(data['changes']) });
  return words('change', 'Metadata changed', { lines });
}

function located(data: JsonObject): EventWords {
  const place = text(data['locationId']);
  if (data['locationId'] === null) return words('remove', 'Location removed', { reason: reasonIn(data) });
  const lines = place === undefined ? [] : [{ after: place }];
  return words('change', 'Location assigned', { lines, reason: reasonIn(data) });
}

const writers: Readonly<Record<string, (data: JsonObject, subject?: Subject) => EventWords>> = {
  PersonCreated: (data) =>
    words('born', 'Created', {
      tone: 'ok',
      lines: [
        ...labelled([['Name', nameText(data['name'])]]),
        ...labelled([
          ['Source', data['source']],
          ['Source system', data['sourceSystem']],
          ['Import', data['importId']],
        ]),
      ],
    }),
  PersonActivated: (data) => words('reactivated', 'Reactivated', { tone: 'ok', reason: reasonIn(data) }),
  PersonSuspended: (data) => words('suspended', 'Deactivated', { tone: 'attention', reason: reasonIn(data) }),
  PersonArchived: (data) => words('archived', 'Archived', { reason: reasonIn(data) }),
  PersonUpdated: updated,
  NameUpdated: nameUpdated,
  BirthDateSet: (data) =>
    words('change', 'Date of birth set', { lines: [{ after: calendarDate(text(data['birthDate']) ?? '') }] }),
  DeathRecorded: (data) =>
    words('deceased', 'Death recorded', {
      lines: [{ after: calendarDate(text(data['dateOfDeath']) ?? '') }],
    }),
  ComponentAdded: componentAdded,
  ComponentUpdated: componentUpdated,
  ComponentRemoved: componentRemoved,
  PersonMerged: merged,
  LocationAssigned: located,
  EmploymentAdded: (data) =>
    words('add', 'Employment added', { lines: patchLines('', { data }).slice(0, 6) }),
  IdentityLinked: (data) =>
    words('add', 'Identity linked', {
      lines: labelled([[text(data['system']) ?? 'System', data['identityId']]]),
    }),
  MetadataUpdated: metadataUpdated,
};

/** What takes back has the hue of all that does, whatever it changes. */
function marked(written: EventWords): EventWords {
  return tellsOfUndo(written.reason) ? { ...written, tone: 'undo' } : written;
}

/** What an event says; `subject` is the component that it is about. Never throws: history is of any shape. */
export function eventWords(
  row: Pick<EventRow, 'type' | 'known' | 'redacted' | 'data' | 'schemaVersion'>,
  subject?: Subject,
): EventWords {
  if (row.redacted) return words('unknown', humanize(row.type), { lines: [{ after: 'Content erased' }] });
  const write = row.known ? writers[row.type] : undefined;
  if (write !== undefined) return marked(write(eventData(row), subject));
  const why = `This program does not know ${row.type} version ${row.schemaVersion}. It is kept as it came.`;
  return words('unknown', humanize(row.type), { tone: 'info', lines: [{ after: why }] });
}
