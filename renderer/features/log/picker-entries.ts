import { Clock3, Cpu, Fingerprint, Hash, type LucideIcon, Shapes, User, UserRound } from 'lucide-react';
import type { ProcedureOutput } from '../../../domain/contract/procedures.ts';
import type { PersonRow } from '../../../domain/contract/views.ts';
import { actorName } from '../../ui/format/labels.ts';
import { formatCount } from '../../ui/format/number.ts';
import { absoluteTime, type TimeFormat } from '../../ui/format/time.ts';
import type { PickerEntry } from '../../ui/picker.tsx';
import { eventWords } from '../../words/event-words.ts';
import { type LogSearch, toggleType, without } from './log-search.ts';
import { streamOf } from './row-words.ts';
import { typedTimes } from '../../ui/format/typed-times.ts';

export interface FilterEntry extends PickerEntry {
  readonly icon: LucideIcon;
  readonly change: (search: LogSearch) => LogSearch;
}

export interface FilterChoices {
  readonly text: string;
  readonly search: LogSearch;
  readonly names: ProcedureOutput<'log.names'> | undefined;
  readonly persons: readonly PersonRow[];
  readonly now: number;
  readonly format: TimeFormat;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const HOUR = 3_600_000;

const holds = (title: string, text: string): boolean =>
  title.toLowerCase().includes(text.trim().toLowerCase());

/** Another filter makes another list, and where it began in the old one means nothing there. */
function set(part: LogSearch): FilterEntry['change'] {
  return (search) => ({ ...without(search, 'at'), ...part });
}

/** As the rows of the log say it. */
function typeWords(type: string): string {
  return eventWords({ type, known: true, redacted: false, data: '{}', schemaVersion: 1 }).title;
}

function typeEntries({ names, text, search }: FilterChoices): readonly FilterEntry[] {
  return (names?.types ?? [])
    .filter((type) => holds(type, text) || holds(typeWords(type), text))
    .map((type) => ({
      id: `type ${type}`,
      group: 'Types',
      icon: Shapes,
      title: type,
      detail: search.types?.includes(type) === true ? 'chosen, picks it off' : typeWords(type),
      change: (old) => toggleType(without(old, 'at'), type),
    }));
}

function actorEntries({ names, text }: FilterChoices): readonly FilterEntry[] {
  return (names?.actors ?? [])
    .filter((actor) => holds(actor, text))
    .map((actor) => ({
      id: `actor ${actor}`,
      group: 'Actors',
      icon: User,
      title: actorName(actor),
      change: set({ actor }),
    }));
}

function originEntries({ names, text }: FilterChoices): readonly FilterEntry[] {
  return (names?.origins ?? [])
    .filter((origin) => holds(origin, text) || holds('origin', text))
    .map((origin) => ({
      id: `origin ${origin}`,
      group: 'Origins',
      icon: Cpu,
      title: origin,
      change: set({ origin }),
    }));
}

const spans = [
  ['Last 15 minutes', HOUR / 4],
  ['Last hour', HOUR],
  ['Last 24 hours', 24 * HOUR],
  ['Last 7 days', 168 * HOUR],
] as const;

function timeEntries({ text, now, format }: FilterChoices): readonly FilterEntry[] {
  const time = { group: 'Recorded', icon: Clock3 } as const;
  const last = spans
    .filter(([title]) => holds(title, text))
    .map(([title, span]) => ({
      ...time,
      id: title,
      title,
      change: (search: LogSearch) => set({ from: new Date(now - span).toISOString() })(without(search, 'to')),
    }));
  const typed = typedTimes(text, now, format).flatMap(({ time: at, note: detail }, nth) => {
    const words = absoluteTime(at, format);
    return [
      { ...time, id: `from ${nth}`, title: `From ${words} on`, detail, change: set({ from: at }) },
      { ...time, id: `to ${nth}`, title: `Before ${words}`, detail, change: set({ to: at }) },
    ];
  });
  return [...typed, ...last];
}

function idEntries({ text }: FilterChoices): readonly FilterEntry[] {
  const id = text.trim().toLowerCase();
  if (!UUID.test(id)) return [];
  const of = { group: 'This id', icon: Fingerprint } as const;
  return [
    { ...of, id: 'correlation', title: 'Everything with this correlation', change: set({ correlation: id }) },
    { ...of, id: 'event', title: 'The event of this id', change: set({ id }) },
    { ...of, id: 'command', title: 'The events of this command', change: set({ command: id }) },
    { ...of, id: 'cause', title: 'What this event or command led to', change: set({ cause: id }) },
    { ...of, id: 'stream', title: 'The events of this person', change: set({ stream: streamOf(id) }) },
  ];
}

function personEntries({ persons, text }: FilterChoices): readonly FilterEntry[] {
  if (text.trim() === '') return [];
  return persons.map((row) => ({
    id: row.personId,
    group: 'Persons',
    icon: UserRound,
    title: row.displayName,
    detail: [row.role, row.employer, row.primaryEmail].filter(Boolean).join(' · '),
    change: set({ stream: streamOf(row.personId) }),
  }));
}

/** What the log can be narrowed down by, for what has been typed. */
export function filterEntries(choices: FilterChoices): readonly FilterEntry[] {
  return [
    ...idEntries(choices),
    ...typeEntries(choices),
    ...timeEntries(choices),
    ...actorEntries(choices),
    ...personEntries(choices),
    ...originEntries(choices),
  ];
}

export type Jump = 'newest' | 'oldest' | { readonly position: number } | { readonly time: string };

export interface JumpEntry extends PickerEntry {
  readonly icon: LucideIcon;
  readonly jump: Jump;
}

const ago = [
  ['1 hour ago', HOUR],
  ['1 day ago', 24 * HOUR],
  ['7 days ago', 168 * HOUR],
] as const;

function fixedJumps(now: number): readonly JumpEntry[] {
  return [
    { id: 'newest', group: 'Go to', icon: Hash, title: 'The newest event', jump: 'newest' },
    { id: 'oldest', group: 'Go to', icon: Hash, title: 'The first event', jump: 'oldest' },
    ...ago.map(([title, span]) => ({
      id: title,
      group: 'Go to',
      icon: Clock3,
      title,
      jump: { time: new Date(now - span).toISOString() },
    })),
  ];
}

/** Places in the log: a typed position, a typed time, and the ones that are asked for often. */
export function jumpEntries(
  text: string,
  { now, format, head }: { readonly now: number; readonly format: TimeFormat; readonly head: number },
): readonly JumpEntry[] {
  const typed = text.trim().replaceAll(/[,\s]/gu, '');
  const position = /^\d{1,15}$/u.test(typed) ? Math.max(1, Math.min(Number(typed), head)) : null;
  const found: JumpEntry[] = [];
  if (position !== null) {
    const detail = `of ${formatCount(head)}`;
    const title = `Position ${formatCount(position)}`;
    found.push({ id: 'position', group: 'Go to', icon: Hash, title, detail, jump: { position } });
  }
  for (const [nth, { time, note: detail }] of typedTimes(text, now, format).entries()) {
    const title = absoluteTime(time, format);
    found.push({ id: `time ${nth}`, group: 'Go to', icon: Clock3, title, detail, jump: { time } });
  }
  return [...found, ...fixedJumps(now).filter((entry) => holds(entry.title, text))];
}
