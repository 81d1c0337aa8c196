/** The schemas that forms are built from, and what reads a person's data in words. Schemas only: deciders stay behind. */
export { personCommands } from '../person/commands/index.ts';
export type { ComponentGroup } from '../person/components/index.ts';
export { componentLabel, componentTypes, definitionOf } from '../person/components/index.ts';
export { plainWords } from '../person/fields/issues.ts';
export { isJsonObject, type JsonObject, sameJson } from '../person/fields/json.ts';
export { patched } from '../person/fields/merge-patch.ts';
export type { PersonName, PersonNameInput } from '../person/name.ts';
export { displayName, personNameSchema, sortKey } from '../person/name.ts';
export type { Component, ExistingPerson, Lifecycle } from '../person/state.ts';
export { componentOf } from '../person/state.ts';
export { type UndoCommand, undoOf } from '../person/undo.ts';
