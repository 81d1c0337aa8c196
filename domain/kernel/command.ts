import type { z } from 'zod';
import type { StreamCategory } from './ids.ts';

/** One schema object per command: types, IPC checks, form rules, arbitraries and the catalogue come from it. */
export interface CommandDefinition<T extends string = string, S extends z.ZodType = z.ZodType> {
  readonly type: T;
  readonly schema: S;
  readonly title: string;
  readonly description: string;
  readonly category: StreamCategory;
  /** Id (without category) of the stream that the command is decided on. */
  readonly target: (data: z.output<S>) => string;
  /** Paths of state that the command writes (`name`, `components/<id>/address`): a rebase compares them. */
  readonly writes: (data: z.output<S>) => readonly string[];
  /** Ids of other persons whose state the decision reads. */
  readonly references?: (data: z.output<S>) => readonly string[];
}

export function defineCommand<const T extends string, S extends z.ZodType>(
  definition: CommandDefinition<T, S>,
): CommandDefinition<T, S> {
  return definition;
}

export type CommandOf<D> =
  D extends CommandDefinition<infer T, infer S>
    ? { readonly type: T; readonly data: z.output<S>; readonly commandId: string }
    : never;

/** What a decision may know besides its command and state. It all comes in: the domain has no clock. */
export interface DecisionContext<S = unknown> {
  /** Instant of the command, ISO 8601 in UTC. */
  readonly now: string;
  readonly actor: string;
  /** State of a person that the command's `references` named. */
  readonly reference: (id: string) => S | undefined;
}
