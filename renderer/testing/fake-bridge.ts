import type { Bridge, Reply } from '../../domain/contract/bridge.ts';
import type { Outcome, Submission } from '../../domain/contract/commands.ts';
import { type ConsoleError, ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import { displayName, type ExistingPerson } from '../../domain/contract/forms.ts';
import {
  isProcedureName,
  type ProcedureInput,
  type ProcedureName,
  type ProcedureOutput,
  procedures,
} from '../../domain/contract/procedures.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import { carryOut } from './fake-engine.ts';
import { fakeViews } from './fake-views.ts';
import { sampleInfo } from './sample-info.ts';
import { SampleStore } from './sample-store.ts';
import type { Switches } from './switches.ts';

type Handlers = Partial<{ readonly [N in ProcedureName]: (input: ProcedureInput<N>) => ProcedureOutput<N> }>;

interface World {
  readonly store: SampleStore;
  readonly switches: Switches;
  operator: string | null;
  pending: number;
  conflicts: number;
  readonly push: (push: Push) => void;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function existing({ store }: World, personId: string): ExistingPerson {
  const person = store.person(personId);
  if (person !== undefined) return person;
  throw failure('rejected', 'person-missing', `There is no person ${personId}.`, { personId });
}

function personDetail(world: World, personId: string): ProcedureOutput<'persons.get'> {
  const { store } = world;
  const person = existing(world, personId);
  const { lifecycle, version } = person;
  const target = lifecycle.status === 'merged' ? store.person(lifecycle.into) : undefined;
  const redirect =
    target === undefined ? null : { personId: target.personId, displayName: displayName(target.name) };
  const state = person as unknown as Record<string, unknown>;
  return {
    personId,
    person: state,
    displayName: displayName(person.name),
    version,
    headVersion: version,
    redirect,
    pendingCommits: version,
  };
}

function timeline(
  world: World,
  { personId, before, limit = 100 }: ProcedureInput<'persons.timeline'>,
): ProcedureOutput<'persons.timeline'> {
  const { store } = world;
  existing(world, personId);
  const events = store.events(personId).toReversed();
  const rows = events
    .filter((event) => before === undefined || event.position < before)
    .slice(0, Math.min(limit, 8));
  const last = rows.at(-1);
  const more = last !== undefined && last.version > 1;
  return { rows, next: more ? last.position : null, head: store.position, superseded: [] };
}

function conflict(world: World, submission: Submission): Outcome {
  const personId = String(submission.data['personId']);
  const meanwhile = { personId, componentType: 'Tag', data: { name: 'VIP' } };
  carryOut(
    world.store,
    { type: 'AddComponent', data: meanwhile, commandId: crypto.randomUUID() },
    'Katherine Johnson',
  );
  const version = world.store.person(personId)?.version ?? 0;
  const message = 'This person changed since the form was opened. Look at what changed, then send it again.';
  return {
    commandId: submission.commandId ?? '',
    status: 'conflict',
    streamId: `person-${personId}`,
    version,
    events: [],
    code: 'version-conflict',
    message,
  };
}

function refusal(submission: Submission, code: string): Outcome {
  const issues = [
    { path: ['data', 'address'], message: 'Another person has this address as their verified one' },
  ];
  const message =
    'This was refused as it would break a rule of the sample. Change what is marked and send it again.';
  return {
    commandId: submission.commandId ?? '',
    status: 'rejected',
    streamId: null,
    version: 0,
    events: [],
    code,
    message,
    details: { issues },
  };
}

function submit(world: World, submission: Submission): Outcome {
  const { switches } = world;
  if (switches.refuse !== null) return refusal(submission, switches.refuse);
  if (switches.conflict && world.conflicts === 0 && submission.expectedVersion !== undefined) {
    world.conflicts += 1;
    return conflict(world, submission);
  }
  const outcome = carryOut(world.store, submission, world.operator ?? 'unknown');
  world.pending += 1;
  void tell(world, outcome);
  return outcome;
}

/** The pushes that follow an accepted command, at the sample's pace. */
async function tell({ push, store, switches }: World, outcome: Outcome): Promise<void> {
  const { commandId, streamId } = outcome;
  const payload = { position: store.position, streams: streamId === null ? [] : [streamId] };
  for (const stage of ['accepted', 'committed', 'visible', 'waiting'] as const) {
    push({ name: 'command.update', payload: { commandId, stage } });
    if (stage === 'committed') push({ name: 'log.appended', payload });
    if (stage === 'visible') push({ name: 'views.advanced', payload });
    await pause(switches.pace);
  }
}

function handlersOf(world: World): Handlers {
  const { store, switches } = world;
  return {
    'persons.list': (input) => store.list(input),
    'persons.search': (input) => store.search(input),
    'persons.total': (input) => store.total(input),
    'persons.counts': () => store.counts(),
    'persons.get': ({ personId }) => personDetail(world, personId),
    'persons.timeline': (input) => timeline(world, input),
    'views.status': () => fakeViews(store.position, switches.views),
    'persons.duplicates': () => ({ pairs: [], next: null }),
    'persons.relatedTo': () => ({ rows: [], next: null }),
    'jobs.list': () => ({ jobs: [] }),
    'commands.submit': (input) => submit(world, input),
    'console.info': () => sampleInfo(world),
    'window.zoom': ({ factor = 1 }) => ({ factor }),
    'window.show-folder': () => ({ shown: true }),
    'operator.set': ({ name }) => {
      world.operator = name.trim();
      world.push({ name: 'operator.changed', payload: { operator: world.operator } });
      return { operator: world.operator };
    },
  };
}

function chosenFailure(code: string): ConsoleError {
  const message = 'The database could not be read. Check that the disk is attached and has room.';
  return { code, kind: code === 'window-fault' ? 'bug' : 'terminal', message };
}

async function answer(world: World, name: string, input: unknown): Promise<Reply> {
  const { latency, fail } = world.switches;
  if (latency === 'never' && name !== 'console.info') await new Promise(() => undefined);
  await pause(typeof latency === 'number' ? latency : 0);
  const code = fail.get(name);
  if (code !== undefined) return { ok: false, error: chosenFailure(code) };
  if (!isProcedureName(name)) return { ok: false, error: chosenFailure('procedure-unknown') };
  const handler = handlersOf(world)[name] as ((input: unknown) => unknown) | undefined;
  if (handler === undefined) return { ok: false, error: chosenFailure('procedure-not-in-sample') };
  return { ok: true, value: handler(procedures[name].input.parse(input)) };
}

/** The bridge of a window without a console behind it: sample persons, and faults on demand. */
export function createFakeBridge(switches: Switches): Bridge {
  const listeners = new Set<(push: Push) => void>();
  const world: World = {
    store: new SampleStore(switches.persons),
    switches,
    operator: switches.firstRun ? null : 'Grace Hopper',
    pending: switches.persons === 0 ? 0 : 1204,
    conflicts: 0,
    push: (push) => listeners.forEach((listener) => listener(push)),
  };
  if (switches.engine !== 'running') {
    setTimeout(
      () => world.push({ name: 'engine.state', payload: { state: switches.engine, error: null } }),
      300,
    );
  }
  return {
    invoke: (name, input) =>
      answer(world, name, input).catch((thrown: unknown) => {
        if (thrown instanceof ConsoleFailure) return { ok: false as const, error: thrown.error };
        return {
          ok: false as const,
          error: { code: 'sample-fault', kind: 'bug' as const, message: String(thrown) },
        };
      }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    openDropped: () => {
      const message = 'The sample data has no files. Start the console to import one.';
      return Promise.resolve({ ok: false, error: { code: 'sample-fault', kind: 'wrong-use', message } });
    },
  };
}
