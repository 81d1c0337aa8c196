/** Subjects of the former system. One stream held events in both forms, and commands. */
export const LEGACY_STREAM = 'PERSON_EVENTS';

const EVENTS = 'person.events.';
const COMMANDS = 'person.commands.';

/** `ComponentRegistered` → `component_registered` */
function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}

/** Of the first form: `person.events.<id>.<type>`. */
export function firstSubject(personId: string, type: string): string {
  return `${EVENTS}${personId}.${snakeCase(type)}`;
}

/** Of the second form: `person.events.<id>.person.<type>`. */
export function secondSubject(personId: string, type: string): string {
  return `${EVENTS}${personId}.person.${snakeCase(type)}`;
}

/** What a message is, by its subject; null for one that is neither. */
export function kindOfSubject(subject: string): 'event' | 'command' | null {
  if (subject.startsWith(EVENTS)) return 'event';
  return subject.startsWith(COMMANDS) ? 'command' : null;
}
