import { z } from 'zod';
import { type CommandOf, defineCommand } from '../kernel/command.ts';
import { uuidSchema } from '../kernel/ids.ts';
import { paragraph } from '../person/fields/text.ts';

const conflictId = uuidSchema.meta({
  title: 'Conflict',
  description: 'Id of the command that is in conflict (UUID)',
});

const common = {
  category: 'conflict',
  target: (data: { readonly conflictId: string }) => data.conflictId,
  // Whoever was faster has decided: what came later is met as refused.
  writes: () => ['state'],
} as const;

export const conflictCommands = {
  DropConflict: defineCommand({
    ...common,
    type: 'DropConflict',
    title: 'Drop a change in conflict',
    description: 'Decides against a change that is in conflict; it stays visible and can be taken up again.',
    schema: z.strictObject({ conflictId, reason: paragraph().meta({ title: 'Reason', multiline: true }) }),
  }),
  ReopenConflict: defineCommand({
    ...common,
    type: 'ReopenConflict',
    title: 'Take a dropped change up again',
    description: 'Takes back the decision against a change that is in conflict.',
    schema: z.strictObject({ conflictId }),
  }),
  NoteConflictApplied: defineCommand({
    ...common,
    type: 'NoteConflictApplied',
    title: 'Note that a change in conflict was carried out',
    description: 'Closes a conflict whose change was carried out by another command.',
    schema: z.strictObject({
      conflictId,
      appliedCommandId: uuidSchema.meta({
        title: 'Command',
        description: 'The command that carried it out (UUID)',
      }),
      edited: z.boolean().meta({ title: 'Edited' }),
    }),
  }),
} as const;

type Definitions = typeof conflictCommands;
export type ConflictCommandType = keyof Definitions;
export type ConflictCommandOf<T extends ConflictCommandType> = CommandOf<Definitions[T]>;
export type ConflictCommand = { [T in ConflictCommandType]: ConflictCommandOf<T> }[ConflictCommandType];
