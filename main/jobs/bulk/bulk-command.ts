import { createHash } from 'node:crypto';
import type { BulkChange } from '../../../domain/contract/bulk.ts';
import type { Outcome, Submission } from '../../../domain/contract/commands.ts';
import { componentsOfType, type ExistingPerson } from '../../../domain/person/index.ts';
import { foldText } from '../../../domain/person/name.ts';

export type BulkCommand = Submission & { readonly commandId: string };

export interface Aim {
  readonly jobId: string;
  readonly change: BulkChange;
  readonly personId: string;
}

const TYPES = {
  deactivate: 'DeactivatePerson',
  reactivate: 'ReactivatePerson',
  archive: 'ArchivePerson',
} as const;

/** The same for the same job and person, whenever it is made: a command that is sent again changes nothing twice. */
export function bulkCommandId(jobId: string, personId: string, number: number): string {
  const digest = createHash('sha256').update(`bulk ${jobId} ${personId} ${number}`).digest().subarray(0, 16);
  digest.writeUInt8(((digest[6] ?? 0) & 0x0f) | 0x80, 6);
  digest.writeUInt8(((digest[8] ?? 0) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function tagsOf(person: ExistingPerson | null, tag: string): readonly string[] {
  if (person === null) return [];
  return componentsOfType(person, 'Tag')
    .filter(({ data }) => typeof data.name === 'string' && foldText(data.name) === foldText(tag))
    .map(({ componentId }) => componentId);
}

function tagCommand({ personId }: Aim, tag: string, person: ExistingPerson | null): Submission {
  const data = { personId, componentType: 'Tag', data: { name: tag } };
  // On the state that was looked at: somebody may be giving the person the same tag at this moment.
  return { type: 'AddComponent', data, ...(person === null ? {} : { expectedVersion: person.version }) };
}

function submissions(aim: Aim, person: ExistingPerson | null): readonly Submission[] {
  const { change, personId } = aim;
  if ('reason' in change) {
    return [{ type: TYPES[change.action], data: { personId, reason: change.reason } }];
  }
  const present = tagsOf(person, change.tag);
  if (change.action === 'add-tag') return present.length > 0 ? [] : [tagCommand(aim, change.tag, person)];
  return present.map((componentId) => ({ type: 'RemoveComponent', data: { personId, componentId } }));
}

/**
 * What is sent for one person: one command, but for a tag that they have twice. None where there is nothing to change.
 * Tags are the same where they differ in case and accents only.
 */
export function bulkCommands(aim: Aim, person: ExistingPerson | null): readonly BulkCommand[] {
  return submissions(aim, person).map((submission, index) => ({
    ...submission,
    commandId: bulkCommandId(aim.jobId, aim.personId, index),
    correlationId: aim.jobId,
  }));
}

/** Refusals that say that the person is as wanted already. */
const AS_WANTED: Readonly<Record<BulkChange['action'], string>> = {
  deactivate: 'already-suspended',
  reactivate: 'not-suspended',
  archive: 'person-archived',
  'add-tag': '',
  'remove-tag': 'component-missing',
};

export interface Verdict {
  readonly state: 'done' | 'unchanged' | 'refused';
  readonly code: string | null;
  readonly message: string | null;
}

export const UNCHANGED: Verdict = { state: 'unchanged', code: null, message: null };

export function refusedFor(code: string, message: string): Verdict {
  return { state: 'refused', code, message };
}

/** What there is to say of a person to whom nothing is sent. */
export function idleVerdict(person: ExistingPerson | null): Verdict {
  if (person !== null) return UNCHANGED;
  return refusedFor('person-missing', 'There is no person with this id: select again');
}

/** What a refusal means: there is nothing to change, or it cannot be. */
export function refusalVerdict(action: BulkChange['action'], code: string, message: string): Verdict {
  return code === AS_WANTED[action] ? UNCHANGED : refusedFor(code, message);
}

function verdictOfOne(action: BulkChange['action'], outcome: Outcome): Verdict {
  if (outcome.status !== 'accepted') return refusalVerdict(action, outcome.code ?? '', outcome.message ?? '');
  return outcome.events.length === 0 ? UNCHANGED : { state: 'done', code: null, message: null };
}

/** What came of a person's commands: a refusal counts before what was done, and that before what was not needed. */
export function verdictOf(action: BulkChange['action'], outcomes: readonly Outcome[]): Verdict {
  const verdicts = outcomes.map((outcome) => verdictOfOne(action, outcome));
  const first = (state: Verdict['state']) => verdicts.find((verdict) => verdict.state === state);
  return first('refused') ?? first('done') ?? UNCHANGED;
}
