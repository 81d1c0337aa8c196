import type { DecisionContext } from './command.ts';
import type { DomainEvent, Recorded } from './event.ts';
import type { Decision } from './outcome.ts';

/** Everything there is to know about a kind of stream: what it is at first, may do, and becomes. */
export interface Decider<C, E extends DomainEvent, S> {
  readonly initial: S;
  /** Never throws for a business reason: a refusal is a value. */
  readonly decide: (command: C, state: S, context: DecisionContext<S>) => Decision<E>;
  /** Never refuses and never throws on history. */
  readonly evolve: (state: S, event: Recorded<E>) => S;
  /** The state after an event that this program does not know: one version further, otherwise as it was. */
  readonly skip: (state: S, version: number) => S;
  /** About how much of memory it takes, as a number of small objects. */
  readonly weight: (state: S) => number;
}
