import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '../kernel/event.ts';
import { personContext, type PersonState } from '../person/index.ts';
import { registry } from '../registry.ts';
import { uuidOf } from '../testing/recorded.ts';
import { type PendingCommit, rebase, type RebaseStep } from './rebase.ts';

const ADA = uuidOf(0, 1);
const NOW = '2024-06-01T12:00:00.000Z';
const MAIL = uuidOf(1, 1);

interface Asked {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const decide = personContext.decider.decide as (
  command: unknown,
  state: unknown,
  context: unknown,
) => {
  readonly accepted: boolean;
  readonly events: readonly { readonly type: string; readonly data: unknown }[];
};
const evolve = personContext.decider.evolve as (state: unknown, event: unknown) => unknown;

let number = 0;

/** Decides commands one after the other, as a console would. */
function chain(from: unknown, asked: readonly Asked[]) {
  let state = from;
  let version = (state as PersonState).exists ? (state as { version: number }).version : 0;
  const commits = asked.map(({ type, data }): PendingCommit => {
    number += 1;
    const commandId = uuidOf(0xc, number);
    const parsed: unknown = registry.commands.get(type)?.schema.parse({ personId: ADA, ...data });
    const decision = decide({ type, data: parsed, commandId }, state, {
      now: NOW,
      actor: 'user:grace',
      reference: () => undefined,
    });
    expect(decision.accepted).toBe(true);
    const events = decision.events.map(({ type: eventType, data: eventData }): StoredEvent => {
      version += 1;
      number += 1;
      const metadata = {
        eventId: uuidOf(0xe, number),
        correlationId: commandId,
        causationId: null,
        timestamp: NOW,
        actor: 'user:grace',
        origin: uuidOf(0, 9),
        commandId,
      };
      const stored = {
        streamId: `person-${ADA}`,
        version,
        type: eventType,
        schemaVersion: registry.events.get(eventType)?.schemaVersion ?? 1,
        data: eventData,
        metadata,
      };
      state = evolve(state, { type: eventType, data: eventData, version, metadata });
      return stored;
    });
    return {
      commitId: events[0]?.metadata.eventId ?? '',
      commandId,
      command: { type, data: { personId: ADA, ...data } },
      actor: 'user:grace',
      timestamp: NOW,
      origin: uuidOf(0, 9),
      events,
    };
  });
  return { commits, state, version };
}

const rename = (family: string): Asked => ({
  type: 'UpdateName',
  data: { name: { givenNames: ['Ada'], familyNames: [family] } },
});
const created: Asked = {
  type: 'CreatePerson',
  data: { name: { givenNames: ['Ada'], familyNames: ['Lovelace'] } },
};
const mail: Asked = {
  type: 'AddComponent',
  data: { componentId: MAIL, componentType: 'EmailAddress', data: { address: 'ada@example.org' } },
};
const change = (data: object): Asked => ({
  type: 'UpdateComponent',
  data: { componentId: MAIL, changes: { data } },
});
const place = (locationId: string): Asked => ({ type: 'AssignLocation', data: { locationId } });
const archive: Asked = { type: 'ArchivePerson', data: { reason: 'Left' } };
const remove: Asked = { type: 'RemoveComponent', data: { componentId: MAIL } };

const base = chain(personContext.decider.initial, [created, mail]);

/** What becomes of mine, where others did theirs first. */
function rebased(theirs: Asked, mine: readonly Asked[], twin = false): readonly RebaseStep[] {
  const others = chain(base.state, [theirs]);
  const pending = chain(base.state, mine).commits;
  return decidedAnew(others, pending, personContext, twin ? pending[0]?.commandId : undefined);
}

interface Others extends Omit<ReturnType<typeof chain>, 'commits'> {
  readonly commits: readonly PendingCommit[];
}

/** What becomes of pending commits, where others' came first. */
function decidedAnew(
  { state, version, commits }: Others,
  pending: readonly PendingCommit[],
  context = personContext,
  othersCommandId = commits[0]?.commandId ?? '',
): readonly RebaseStep[] {
  const [other] = commits;
  if (other === undefined) throw new Error('nothing was done');
  return rebase({
    registry,
    context,
    streamId: `person-${ADA}`,
    base: base.state,
    theirs: state,
    version,
    others: { commitId: other.commitId, actor: 'user:kofi', timestamp: NOW, origin: uuidOf(0, 8) },
    othersCommandId,
    othersEvents: other.events,
    pending,
    reference: () => undefined,
  });
}

function outcomes(steps: readonly RebaseStep[]): readonly string[] {
  return steps.map((step) => {
    if (step.kind === 'conflict') return step.detection.severity;
    return step.kind === 'dropped' ? step.because : step.kind;
  });
}

describe('what was pending, where others were first', () => {
  it.each([
    ['another field', rename('King'), [place('London')], ['carried']],
    [
      'another field of the same component',
      change({ type: 'Work' }),
      [change({ address: 'ada@b.org' })],
      ['carried'],
    ],
    ['the same field', rename('King'), [rename('Byron')], ['same-field']],
    [
      'the same field of the same component',
      change({ address: 'a@b.org' }),
      [change({ address: 'c@d.org' })],
      ['same-field'],
    ],
    ['the same value', rename('King'), [rename('King')], ['said']],
    [
      'what builds on a conflict',
      rename('King'),
      [rename('Byron'), rename('Gordon')],
      ['same-field', 'rests-on'],
    ],
    [
      'what stands beside a conflict',
      rename('King'),
      [rename('Byron'), place('London')],
      ['same-field', 'carried'],
    ],
    ['a record that was closed', archive, [place('London')], ['impossible']],
    ['a component that is gone', remove, [change({ address: 'c@d.org' })], ['same-field']],
    [
      'several that hold',
      rename('King'),
      [place('London'), place('Ockham'), change({ type: 'Work' })],
      ['carried', 'carried', 'carried'],
    ],
  ] as const)('%s', (_what, theirs, mine, expected) => {
    expect(outcomes(rebased(theirs, mine))).toEqual(expected);
  });

  it('is dropped where the same command came back from somebody else', () => {
    expect(outcomes(rebased(rename('King'), [rename('Byron'), place('London')], true))).toEqual([
      'done',
      'carried',
    ]);
  });

  it('tells base, theirs and mine of a conflict, and who did theirs', () => {
    const [step] = rebased(rename('King'), [rename('Byron')]);
    const family = (name: string) => expect.objectContaining({ familyNames: [name] }) as unknown;
    expect(step).toMatchObject({
      detection: {
        command: { type: 'UpdateName' },
        fields: [{ path: 'name', base: family('Lovelace'), theirs: family('King'), mine: family('Byron') }],
        theirs: [{ actor: 'user:kofi' }],
        refusal: null,
      },
    });
  });

  it('says of what is not possible any more why, and what closed the record', () => {
    const [step] = rebased(archive, [place('London')]);
    expect(step).toMatchObject({
      detection: {
        refusal: { code: 'person-archived' },
        fields: [
          { path: 'location', mine: 'London' },
          { path: 'lifecycle', theirs: { status: 'archived' } },
        ],
      },
    });
  });

  const forgotten = (asked: readonly Asked[]): readonly PendingCommit[] =>
    chain(base.state, asked).commits.map((commit) => ({ ...commit, command: null }));

  it('is a conflict where nobody knows any more what was asked', () => {
    const steps = decidedAnew(chain(base.state, [rename('King')]), forgotten([place('London')]));
    expect(steps).toMatchObject([
      { kind: 'conflict', detection: { command: { type: '' }, refusal: { code: 'command-not-kept' } } },
    ]);
  });

  it('says so as well of what builds on a conflict and is not known any more', () => {
    const pending = forgotten([rename('Byron'), rename('Gordon')]);
    const steps = decidedAnew(chain(base.state, [rename('King')]), pending);
    expect(outcomes(steps)).toEqual(['same-field', 'rests-on']);
    expect(steps[1]).toMatchObject({
      detection: { restsOn: pending[0]?.commandId, refusal: { code: 'command-not-kept' } },
    });
  });

  it('holds where nobody is named as who did it', () => {
    const pending = chain(base.state, [place('London')]).commits.map((each) => ({ ...each, actor: null }));
    expect(outcomes(decidedAnew(chain(base.state, [rename('King')]), pending))).toEqual(['carried']);
  });

  it('is carried over as it was, where it happened in the former system', () => {
    const pending = chain(base.state, [rename('Byron')]).commits.map((each) => ({ ...each, isFormer: true }));
    expect(decidedAnew(chain(base.state, [rename('King')]), pending)).toMatchObject([
      { kind: 'carried', events: [{ type: 'NameUpdated' }] },
    ]);
  });

  describe('events that only a newer program knows', () => {
    const unknown = (commits: readonly PendingCommit[]): readonly PendingCommit[] =>
      commits.map((commit) => ({
        ...commit,
        events: commit.events.map((event) => ({ ...event, type: 'HoroscopeCast', schemaVersion: 9 })),
      }));

    it('of others change nothing that is known here: ours holds', () => {
      const others = chain(base.state, [rename('King')]);
      const steps = decidedAnew(
        { ...others, state: base.state, commits: unknown(others.commits) },
        chain(base.state, [place('London')]).commits,
      );
      expect(outcomes(steps)).toEqual(['carried']);
    });

    it('of the former system are left out of what is carried over', () => {
      const pending = unknown(chain(base.state, [rename('Byron')]).commits).map((commit) => ({
        ...commit,
        isFormer: true,
      }));
      expect(decidedAnew(chain(base.state, [place('London')]), pending)).toMatchObject([
        { kind: 'carried', events: [] },
      ]);
    });
  });

  it('of a kind whose changes nobody can name meets whatever others did, and has no fields to show', () => {
    const steps = decidedAnew(
      chain(base.state, [rename('King')]),
      chain(base.state, [place('London')]).commits,
      {
        ...personContext,
        places: null,
      },
    );
    expect(steps).toMatchObject([{ kind: 'conflict', detection: { severity: 'same-field', fields: [] } }]);
    const closed = decidedAnew(chain(base.state, [archive]), chain(base.state, [place('London')]).commits, {
      ...personContext,
      places: null,
    });
    expect(closed).toMatchObject([
      { kind: 'conflict', detection: { refusal: { code: 'person-archived' }, fields: [] } },
    ]);
  });
});
