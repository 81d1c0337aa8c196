import type { ConflictDetection, ConflictField, OthersCommit, Severity } from '../conflict/index.ts';
import type { CommandDefinition } from '../kernel/command.ts';
import type { DomainEvent, Recorded, StoredEvent } from '../kernel/event.ts';
import type { Decision, Refusal } from '../kernel/outcome.ts';
import type { Context, Registry } from '../kernel/registry.ts';
import { coversPath, writtenPaths } from '../person/index.ts';

/** A commit of ours that was decided before we knew of the others'. */
export interface PendingCommit {
  readonly commitId: string;
  readonly commandId: string;
  /** Null where it is not known any more what was asked. */
  readonly command: { readonly type: string; readonly data: Readonly<Record<string, unknown>> } | null;
  readonly actor: string | null;
  /** Instant of the command, ISO 8601 in UTC. */
  readonly timestamp: string;
  readonly origin: string;
  readonly events: readonly StoredEvent[];
  /** It happened in the former system: there is nothing to decide, and it holds whatever others did. */
  readonly isFormer?: boolean;
}

export interface RebaseInput {
  readonly registry: Registry;
  readonly context: Context;
  readonly streamId: string;
  /** The state that both began with. */
  readonly base: unknown;
  /** The state with the others' commit. */
  readonly theirs: unknown;
  /** Version of the stream with the others' commit. */
  readonly version: number;
  readonly others: OthersCommit;
  readonly othersCommandId: string;
  readonly othersEvents: readonly StoredEvent[];
  /** Oldest first. */
  readonly pending: readonly PendingCommit[];
  readonly reference: (id: string) => unknown;
}

/** What becomes of a pending commit; all of them are superseded. */
export type RebaseStep =
  | { readonly kind: 'carried'; readonly commit: PendingCommit; readonly events: readonly DomainEvent[] }
  /** `done`: the same command came back from somebody else. `said`: what it says is so already. */
  | { readonly kind: 'dropped'; readonly commit: PendingCommit; readonly because: 'done' | 'said' }
  | { readonly kind: 'conflict'; readonly commit: PendingCommit; readonly detection: ConflictDetection };

type Place = readonly string[];
type Decide = (command: unknown, state: unknown, context: unknown) => Decision<DomainEvent>;
type Evolve = (state: unknown, event: Recorded<DomainEvent>) => unknown;

const MAX_FIELDS = 50;
const NOT_KNOWN: Refusal = {
  code: 'command-not-kept',
  message: 'What was asked is not known any more; the superseded events show what it did.',
};

function meet(a: string, b: string): boolean {
  return coversPath(a, b) || coversPath(b, a);
}

function touches(path: string, places: readonly Place[]): boolean {
  return places.some((names) => names.some((name) => meet(path, name)));
}

/** Decides anew, in their order, what was pending on a stream when somebody else's commit came first. */
class Rebase {
  readonly #input: RebaseInput;
  readonly #evolve: Evolve;
  readonly #theirPlaces: readonly Place[] | null;
  /** Places that commands in conflict had changed, by the command that did. */
  readonly #unsettled: { readonly commandId: string; readonly places: readonly Place[] | null }[] = [];
  #state: unknown;
  #version: number;
  /** As it would be without the others. */
  #mine: unknown;

  constructor(input: RebaseInput) {
    this.#input = input;
    this.#evolve = input.context.decider.evolve;
    this.#theirPlaces = this.#placesOf(input.othersEvents);
    this.#state = input.theirs;
    this.#version = input.version;
    this.#mine = input.base;
  }

  step(commit: PendingCommit): RebaseStep {
    const before = this.#mine;
    this.#mine = commit.events.reduce<unknown>((state, event) => this.#folded(state, event), before);
    if (commit.commandId === this.#input.othersCommandId) return { kind: 'dropped', commit, because: 'done' };
    const found = this.#attempt(commit);
    if (found.kind === 'conflict') {
      this.#unsettled.push({ commandId: commit.commandId, places: this.#placesOf(commit.events) });
    }
    return found;
  }

  #attempt(commit: PendingCommit): RebaseStep {
    if (commit.isFormer === true) return this.#carry(commit, this.#today(commit.events));
    const paths = this.#writtenBy(commit);
    const restsOn = this.#unsettled.find(({ places }) => this.#meets(paths, places))?.commandId;
    if (restsOn !== undefined) {
      const unknown = commit.command === null ? { refusal: NOT_KNOWN } : {};
      return this.#conflict(commit, 'rests-on', { restsOn, ...unknown });
    }
    const decision = this.#decide(commit);
    if (!decision.accepted) return this.#refused(commit, paths, decision.refusal);
    if (decision.events.length === 0) return { kind: 'dropped', commit, because: 'said' };
    if (this.#meets(paths, this.#theirPlaces)) return this.#conflict(commit, 'same-field', {});
    return this.#carry(commit, decision.events);
  }

  #refused(commit: PendingCommit, paths: readonly string[] | null, refusal: Refusal): RebaseStep {
    const isClosed = touches('lifecycle', this.#theirPlaces ?? []);
    const severity = !isClosed && this.#meets(paths, this.#theirPlaces) ? 'same-field' : 'impossible';
    return this.#conflict(commit, severity, { refusal });
  }

  #carry(commit: PendingCommit, events: readonly DomainEvent[]): RebaseStep {
    const { actor, timestamp, origin, commandId, commitId } = commit;
    for (const event of events) {
      this.#version += 1;
      const metadata = {
        eventId: commitId,
        correlationId: commandId,
        causationId: null,
        timestamp,
        actor,
        origin,
        commandId,
      };
      this.#state = this.#evolve(this.#state, { ...event, version: this.#version, metadata });
    }
    return { kind: 'carried', commit, events };
  }

  #today(events: readonly StoredEvent[]): readonly DomainEvent[] {
    return events.flatMap((stored) => {
      const { known, event } = this.#input.registry.upcast(stored);
      return known ? [{ type: event.type, data: event.data }] : [];
    });
  }

  #definitionOf(commit: PendingCommit): CommandDefinition | undefined {
    return this.#input.registry.commands.get(commit.command?.type ?? '');
  }

  #dataOf(commit: PendingCommit): { readonly data: unknown } | null {
    const parsed = this.#definitionOf(commit)?.schema.safeParse(commit.command?.data);
    return parsed?.success === true ? { data: parsed.data } : null;
  }

  /** Null where it is not known, and so may be anything. */
  #writtenBy(commit: PendingCommit): readonly string[] | null {
    const parsed = this.#dataOf(commit);
    const places = this.#placesOf(commit.events);
    if (parsed === null || places === null) return null;
    const writes = this.#definitionOf(commit)?.writes(parsed.data) ?? [];
    return [...writtenPaths(writes, commit.commandId), ...places.flat()];
  }

  #decide(commit: PendingCommit): Decision<DomainEvent> {
    const parsed = this.#dataOf(commit);
    if (parsed === null || commit.command === null) return { accepted: false, refusal: NOT_KNOWN };
    const { commandId, timestamp, actor } = commit;
    const decide: Decide = this.#input.context.decider.decide as Decide;
    const command = { type: commit.command.type, data: parsed.data, commandId };
    return decide(command, this.#state, {
      now: timestamp,
      actor: actor ?? '',
      reference: this.#input.reference,
    });
  }

  #meets(paths: readonly string[] | null, places: readonly Place[] | null): boolean {
    if (paths === null || places === null) return true;
    return paths.some((path) => touches(path, places));
  }

  /** Null where it may be any. */
  #placesOf(events: readonly StoredEvent[]): readonly Place[] | null {
    const { places } = this.#input.context;
    if (places === null) return null;
    try {
      return events.flatMap((event) => {
        const { known, event: lifted } = this.#input.registry.upcast(event);
        return known ? places.changed({ type: lifted.type, data: lifted.data }) : [];
      });
    } catch {
      // An event may lack what it must have.
      return null;
    }
  }

  #folded(state: unknown, stored: StoredEvent): unknown {
    const { known, event } = this.#input.registry.upcast(stored);
    return known ? this.#evolve(state, event) : state;
  }

  #conflict(
    commit: PendingCommit,
    severity: Severity,
    why: { readonly restsOn?: string; readonly refusal?: Refusal },
  ): RebaseStep {
    const { commandId, command, actor, timestamp, origin } = commit;
    const detection: ConflictDetection = {
      streamId: this.#input.streamId,
      commandId,
      command: command === null ? { type: '', data: {} } : { type: command.type, data: { ...command.data } },
      actor,
      madeAt: timestamp,
      origin,
      severity,
      refusal: why.refusal === undefined ? null : { code: why.refusal.code, message: why.refusal.message },
      restsOn: why.restsOn ?? null,
      fields: this.#fields(commit, severity),
      theirs: [this.#input.others],
    };
    return { kind: 'conflict', commit, detection };
  }

  /** What mine had changed, and with it the others' change that closed the record. */
  #fields(commit: PendingCommit, severity: Severity): ConflictField[] {
    const { places } = this.#input.context;
    if (places === null) return [];
    const mine = (this.#placesOf(commit.events) ?? []).flatMap(([name]) => name ?? []);
    const closed =
      severity === 'impossible' && touches('lifecycle', this.#theirPlaces ?? []) ? ['lifecycle'] : [];
    return [...new Set([...mine, ...closed])].slice(0, MAX_FIELDS).map((path) => ({
      path,
      base: places.valueAt(this.#input.base, path),
      theirs: places.valueAt(this.#input.theirs, path),
      mine: places.valueAt(this.#mine, path),
    }));
  }
}

export function rebase(input: RebaseInput): readonly RebaseStep[] {
  const rebasing = new Rebase(input);
  return input.pending.map((commit) => rebasing.step(commit));
}
