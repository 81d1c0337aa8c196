import type { z } from 'zod';
import type { JsonObject } from '../fields/json.ts';

export type ComponentGroup =
  | 'contact'
  | 'work'
  | 'skill'
  | 'web'
  | 'place'
  | 'preference'
  | 'relation'
  | 'other';

/** One kind of component: its data, and how a list shows it. */
export interface ComponentTypeDefinition<S extends z.ZodObject = z.ZodObject> {
  readonly title: string;
  readonly description: string;
  readonly group: ComponentGroup;
  readonly schema: S;
  /** One short line; blank where the data says nothing. Copes with data of any shape: history is not validated. */
  readonly label: (data: JsonObject) => string;
  /** Valid data, for forms, the catalogue and tests. */
  readonly example: z.input<S>;
  /** A person has at most one of these; a second is refused. */
  readonly single?: boolean;
}

export function defineComponentType<S extends z.ZodObject>(
  definition: ComponentTypeDefinition<S>,
): ComponentTypeDefinition<S> {
  return { ...definition, label: (data) => oneLine(definition.label(data)) };
}

const LABEL_LENGTH = 160;

function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= LABEL_LENGTH) return line;
  // By code points, so that no sign is cut through.
  return `${[...line].slice(0, LABEL_LENGTH - 1).join('')}…`;
}

/** A field as text, or undefined where it is absent or no text. */
export function textIn(data: JsonObject, field: string): string | undefined {
  const value = data[field];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The parts that say something. */
export function joined(parts: readonly (string | undefined)[], separator = ', '): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}

/** `Text (detail)`, and either alone where the other is missing or blank. */
export function withDetail(main = '', detail = ''): string {
  if (main === '') return detail;
  return detail === '' ? main : `${main} (${detail})`;
}

/** `2019-01-03 to 2025-01-03`, `since …`, `until …`, or undefined. */
export function periodOf(data: JsonObject, from = 'startDate', to = 'endDate'): string | undefined {
  const start = textIn(data, from);
  const end = textIn(data, to);
  if (start !== undefined && end !== undefined) return `${start} to ${end}`;
  if (start !== undefined) return `since ${start}`;
  return end === undefined ? undefined : `until ${end}`;
}
