import { it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { commandSequence, type Submitted } from '../testing/arbitraries.ts';
import { eventsOf, run, type Step, submit, type World } from '../testing/world.ts';
import { ADA, GRACE } from '../testing/given.ts';
import { uuidOf } from '../testing/recorded.ts';
import type { ExistingPerson, PersonState } from './index.ts';
import { undoOf } from './undo.ts';

const REASON = 'Taken back';

/** What a state says, without what every command leaves behind. */
function meaning(state: PersonState): unknown {
  if (!state.exists) return state;
  const { version: _version, updatedAt: _at, updatedBy: _by, lifecycle, components, ...rest } = state;
  return {
    ...rest,
    lifecycle: { ...lifecycle, since: null },
    components: components
      .map(({ createdAt: _c, createdBy: _b, updatedAt: _u, updatedBy: _w, ...component }) => component)
      .toSorted((a, b) => a.componentId.localeCompare(b.componentId)),
  };
}

let next = 0;
const commandId = () => uuidOf(0xd, (next += 1));

/** Sends the commands that undo a step; the last state of its person, or null where there are none. */
function undone(step: Step, world: World): PersonState | null {
  const { before, after } = step;
  if (!before.exists || !after.exists || before.version === after.version) return null;
  const commands = undoOf(before, after, REASON);
  if (commands === null) return null;
  let now = world;
  for (const { type, data } of commands) {
    const taken = submit(now, { type, data, commandId: commandId() });
    expect(taken.decision, `${type} ${JSON.stringify(data)}`).toMatchObject({ accepted: true });
    now = taken.world;
  }
  return now.states.get(after.personId) ?? null;
}

describe('undoing whatever a command did', () => {
  property.prop([commandSequence], { numRuns: 200 })(
    'leaves the state that was before, but for version, times and order',
    (commands) => {
      for (const step of run(commands).steps) {
        if (eventsOf(step).length === 0) continue;
        const state = undone(step, step.world);
        if (state !== null) expect(meaning(state)).toEqual(meaning(step.before));
      }
    },
  );
});

const EMAIL = uuidOf(0xa, 1);
const OTHER = uuidOf(0xa, 2);
const SKILL = uuidOf(0xa, 3);
const name = (family: string) => ({ givenNames: ['Ada'], familyNames: [family] });

type Sent = readonly [type: string, data: Readonly<Record<string, unknown>>];

function steps(...sent: readonly Sent[]): readonly Step[] {
  const all: readonly Sent[] = [
    ['CreatePerson', { name: name('Byron') }],
    ['AddEmail', { componentId: EMAIL, address: 'a@example.org', primary: true }],
    ['AddSkill', { componentId: SKILL, name: 'Engines' }],
    ...sent,
  ];
  const submitted = all.map(([type, data]) => ({
    type,
    data: { personId: ADA, ...data },
    commandId: commandId(),
  }));
  return run(submitted as unknown as readonly Submitted[]).steps;
}

/** The types of the commands that undo the last one; null where there are none. */
function undoOfLast(...sent: readonly Sent[]): readonly string[] | null {
  const step = steps(...sent).at(-1);
  expect(step?.decision).toMatchObject({ accepted: true });
  const [before, after] = [step?.before as ExistingPerson, step?.after as ExistingPerson];
  return undoOf(before, after, REASON)?.map(({ type }) => type) ?? null;
}

describe('the inverse', () => {
  it.each<readonly [Sent, string]>([
    [['UpdateName', { name: name('King') }], 'UpdateName'],
    [['DeactivatePerson', { reason: 'On leave' }], 'ReactivatePerson'],
    [['AssignLocation', { locationId: 'london' }], 'AssignLocation'],
    [['UpdateMetadata', { changes: { batch: '17' } }], 'UpdateMetadata'],
    [['AddComponent', { componentType: 'Tag', data: { name: 'board' } }], 'RemoveComponent'],
    [['UpdateEmail', { componentId: EMAIL, address: 'b@example.org' }], 'UpdateComponent'],
    [['UpdateComponent', { componentId: EMAIL, changes: { tags: ['vip'] } }], 'UpdateComponent'],
    [['RemoveComponent', { componentId: EMAIL }], 'AddComponent'],
    [['RegisterComponent', { componentType: 'Website' }], 'RemoveComponent'],
    [['UpdatePrivacyPreferences', { visibility: 'Private' }], 'RemoveComponent'],
  ])('of %j is one command', (sent, type) => {
    expect(undoOfLast(sent)).toEqual([type]);
  });

  it('of a reactivation suspends again, for the reason that there was', () => {
    const step = steps(
      ['DeactivatePerson', { reason: 'On leave' }],
      ['ReactivatePerson', { reason: 'Back' }],
    ).at(-1);
    expect(undoOf(step?.before as ExistingPerson, step?.after as ExistingPerson, REASON)).toEqual([
      { type: 'DeactivatePerson', data: { personId: ADA, reason: 'On leave' } },
    ]);
  });

  it('gives the primary mark back to whom it was taken from', () => {
    const added: Sent = ['AddEmail', { componentId: OTHER, address: 'b@example.org' }];
    const marked: Sent = ['UpdateComponent', { componentId: OTHER, changes: { primary: true } }];
    expect(undoOfLast(added, marked)).toEqual(['UpdateComponent']);
    const primary: Sent = ['AddEmail', { componentId: OTHER, address: 'b@example.org', primary: true }];
    expect(undoOfLast(primary)).toEqual(['RemoveComponent', 'UpdateComponent']);
  });

  it('links an identity back, but has nothing to take a new one away with', () => {
    const link = (identityId: string): Sent => ['LinkIdentity', { system: 'ldap', identityId }];
    expect(undoOfLast(link('ada'))).toBeNull();
    expect(undoOfLast(link('ada'), link('ada.l'))).toEqual(['LinkIdentity']);
  });

  it.each<Sent>([
    ['SetBirthDate', { birthDate: '1815-12-10' }],
    ['RecordDeath', { dateOfDeath: '1852-11-27' }],
    ['ArchivePerson', { reason: 'Closed' }],
    ['EndorseSkill', { componentId: SKILL, endorserName: 'Grace' }],
  ])('there is none of %j', (...sent) => {
    expect(undoOfLast(sent)).toBeNull();
  });

  it('there is none of a merge, of an invalidation, of a second consent, nor of what needs an active person', () => {
    const consent: Sent = ['RecordConsent', { consentType: 'news', granted: true, consentVersion: '1' }];
    expect(undoOfLast(consent, ['RecordConsent', { ...consent[1], granted: false }])).toBeNull();
    expect(
      undoOfLast(['DeactivatePerson', { reason: 'x' }], ['RemoveComponent', { componentId: EMAIL }]),
    ).toBeNull();
    const attribute = { category: 'Physical', name: 'Height', value: { type: 'text', text: 'tall' } };
    const recorded: Sent = ['RecordAttribute', { componentId: OTHER, ...attribute }];
    expect(undoOfLast(recorded, ['InvalidateAttribute', { componentId: OTHER }])).toBeNull();
    const grace: Sent = ['CreatePerson', { personId: GRACE, name: name('Hopper') }];
    expect(undoOfLast(grace, ['MergePersons', { targetId: GRACE, reason: 'UserRequested' }])).toBeNull();
  });

  it('there is none where an endorsed skill, or data that is not valid, would have to come back', () => {
    const endorse: Sent = ['EndorseSkill', { componentId: SKILL, endorserName: 'Grace' }];
    expect(undoOfLast(endorse, ['RemoveSkill', { componentId: SKILL }])).toBeNull();
    const [register] = steps(['RegisterComponent', { componentType: 'Website' }]).slice(-1);
    const componentId = register?.command.commandId;
    const removed = submit(
      register?.world as World,
      {
        type: 'RemoveComponent',
        data: { personId: ADA, componentId },
        commandId: commandId(),
      } as unknown as Submitted,
    );
    expect(undoOf(removed.before as ExistingPerson, removed.after as ExistingPerson, REASON)).toBeNull();
  });

  it('of many is at most as many as somebody takes back by a key', () => {
    const many = Array.from({ length: 26 }, (_, index): Sent => ['AddSkill', { name: `Skill ${index}` }]);
    expect(undoOfLast(...many, ['UnregisterComponent', { componentType: 'Skill' }])).toBeNull();
    expect(undoOfLast(['UnregisterComponent', { componentType: 'Skill' }])).toEqual(['AddComponent']);
  });
});
