import type { DecisionContext } from '../../kernel/command.ts';
import type { Decision } from '../../kernel/outcome.ts';
import type { PersonCommandOf, PersonCommandType } from '../commands/index.ts';
import type { PersonEvent } from '../events.ts';
import type { ExistingPerson, PersonState } from '../state.ts';
import { refuseClosed, refuseSuspended } from './refusals.ts';

export type PersonContext = DecisionContext<PersonState>;
export type PersonDecision = Decision<PersonEvent>;

export type Handler<T extends PersonCommandType> = (
  command: PersonCommandOf<T>,
  person: ExistingPerson,
  context: PersonContext,
) => PersonDecision;

/** For what an active or a suspended person can do. */
export function whileOpen<T extends PersonCommandType>(handler: Handler<T>): Handler<T> {
  return (command, person, context) => refuseClosed(person) ?? handler(command, person, context);
}

/** For what only an active person can do. */
export function whileActive<T extends PersonCommandType>(handler: Handler<T>): Handler<T> {
  return whileOpen(
    (command, person, context) => refuseSuspended(person) ?? handler(command, person, context),
  );
}
