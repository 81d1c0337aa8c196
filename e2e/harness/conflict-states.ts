import type { Conflict } from '../../domain/contract/conflicts.ts';
import type { ProcedureOutput } from '../../domain/contract/procedures.ts';

/** Conflicts of every kind, as several consoles make them in weeks. */
const MINUTE = 60_000;
const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * MINUTE).toISOString();

const names = ['Thandiwe Nkosi', 'Ana María Quispe Mamani', 'Siobhán Ní Dhomhnaill', 'Wei Zhang'];

const name = (given: string, family: string) => ({
  convention: 'Western',
  givenNames: [given],
  familyNames: [family],
  prefixes: [],
  suffixes: [],
});

type Kind = Pick<Conflict, 'severity' | 'refusal' | 'restsOn' | 'command' | 'fields'>;

function closed(status: string, code: string, message: string): Kind {
  return {
    severity: 'impossible',
    refusal: { code, message },
    restsOn: null,
    command: { type: 'SetBirthDate', data: { birthDate: '1987-02-28' } },
    fields: [
      { path: 'birthDate', base: null, theirs: null, mine: '1987-02-28' },
      {
        path: 'lifecycle',
        base: { status: 'active' },
        theirs: { status, into: crypto.randomUUID() },
        mine: { status: 'active' },
      },
    ],
  };
}

const kinds: readonly Kind[] = [
  {
    severity: 'same-field',
    refusal: null,
    restsOn: null,
    command: { type: 'UpdateName', data: { name: name('Thandiwe', 'Nkosi-Meyer') } },
    fields: [
      {
        path: 'name',
        base: name('Thandiwe', 'Nkosi'),
        theirs: name('Thandiwe', 'Meyer'),
        mine: name('Thandiwe', 'Nkosi-Meyer'),
      },
    ],
  },
  {
    severity: 'rests-on',
    refusal: null,
    restsOn: crypto.randomUUID(),
    command: { type: 'UpdateComponent', data: { componentType: 'EmailAddress' } },
    fields: [
      {
        path: 'components/4f/data/address',
        base: 'ana@example.org',
        theirs: null,
        mine: 'ana.quispe@example.org',
      },
    ],
  },
  closed('archived', 'person-archived', 'The person is archived: an archived record can only be read'),
  closed('merged', 'person-merged', 'The person was merged into another one: make the change there'),
  closed('deceased', 'person-deceased', 'The person has died: the record can only be read'),
  {
    severity: 'impossible',
    refusal: {
      code: 'component-missing',
      message: 'The person has no such component: it may have been removed',
    },
    restsOn: null,
    command: { type: 'UpdateComponent', data: {} },
    fields: [
      {
        path: 'components/7a',
        base: { type: 'Skill', data: { name: 'Weaving' } },
        theirs: null,
        mine: { type: 'Skill', data: { name: 'Weaving', category: 'Craft' } },
      },
    ],
  },
];

function one(index: number, state: Conflict['state']): Conflict {
  const personId = crypto.randomUUID();
  const kind = kinds[index % kinds.length] ?? closed('archived', '', '');
  return {
    ...kind,
    conflictId: crypto.randomUUID(),
    state,
    since: minutesAgo(index + 1),
    by: state === 'open' ? null : 'Kofi Mensah',
    reason: state === 'dropped' ? 'The other spelling is as in the passport' : null,
    streamId: `person-${personId}`,
    personId,
    displayName: names[index % names.length] ?? null,
    actor: 'Nadia Ferreira',
    madeAt: minutesAgo(index + 90),
    origin: crypto.randomUUID(),
    theirs: [
      {
        commitId: crypto.randomUUID(),
        actor: 'Kofi Mensah',
        timestamp: minutesAgo(index + 40),
        origin: crypto.randomUUID(),
      },
    ],
  };
}

/** What the engine answers where a decision cannot be taken. */
export const refusal: ProcedureOutput<'conflicts.drop'> = {
  commandId: crypto.randomUUID(),
  status: 'rejected',
  streamId: `conflict-${crypto.randomUUID()}`,
  version: 2,
  events: [],
  code: 'conflict-decided',
  message: 'Somebody has decided it already. Look at how.',
};

/** A page of them; `matching` more than there are rows where older ones can be loaded. */
export function conflictsPage(
  state: Conflict['state'],
  rows: number,
  matching = rows,
): ProcedureOutput<'conflicts.list'> {
  const counts = { open: 0, applied: 12, dropped: 3, [state]: matching };
  return {
    rows: Array.from({ length: rows }, (_, index) => one(index, state)),
    next: matching > rows ? 'older' : null,
    matching,
    counts,
  };
}
