import type { CommandOf } from '../../kernel/command.ts';
import { componentCommands } from './components.ts';
import { kindCommands } from './kind-commands.ts';
import { personCoreCommands } from './person.ts';
import { specialCommands } from './special.ts';

/** Every command on a person, by type. */
export const personCommands = {
  ...personCoreCommands,
  ...componentCommands,
  ...kindCommands,
  ...specialCommands,
} as const;

export type PersonCommandType = keyof typeof personCommands;
export type PersonCommandOf<T extends PersonCommandType> = CommandOf<(typeof personCommands)[T]>;
export type PersonCommand = PersonCommandOf<PersonCommandType>;
