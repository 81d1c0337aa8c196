import type { ProcedureInput, ProcedureOutput } from '../../../../domain/contract/procedures.ts';
import type { Registry } from '../../../../domain/kernel/registry.ts';
import { headOf } from './event-rows.ts';
import type { QueryContext } from './query-context.ts';
import { positionAt } from './recorded-times.ts';

/** More than a menu can hold; the newest would be missing from it, and can still be asked for by name. */
const MOST = 2000;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Actors begin with what kind of actor they are: `user:`, `system:`. */
const isActor = (name: string): boolean => name.includes(':');

/**
 * Types, actors and origins share one table of names and are told apart by their form: counting through the log for the
 * same would take seconds. A name that looks like neither a type that we know nor an actor is offered as both.
 */
export function logNames(context: QueryContext, registry: Registry): ProcedureOutput<'log.names'> {
  const all = context
    .statement<{ name: string }>('log', 'SELECT name FROM names ORDER BY id LIMIT ?')
    .all(MOST)
    .map(({ name }) => name);
  const others = all.filter((name) => !UUID.test(name));
  const isType = (name: string): boolean => registry.events.has(name);
  return {
    types: others.filter((name) => isType(name) || !isActor(name)).sort(),
    actors: others.filter((name) => !isType(name)).sort(),
    origins: all.filter((name) => UUID.test(name)),
  };
}

export function logPosition(
  context: QueryContext,
  { time }: ProcedureInput<'log.position'>,
): ProcedureOutput<'log.position'> {
  return { position: positionAt(context, Date.parse(time)), head: headOf(context) };
}
