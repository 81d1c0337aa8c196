import { z } from 'zod';

/** A UUID in its canonical lower-case form; upper case is accepted and folded. */
export const uuidSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'Must be a UUID');

export const personIdSchema = uuidSchema.meta({ title: 'Person', description: 'Id of the person (UUID)' });

/** `<category>-<uuid>`: the category names the context that decides the stream. */
export type StreamId = string;
export type StreamCategory = 'person' | 'saga' | 'deadletter' | 'conflict';

export function streamIdOf(category: StreamCategory, id: string): StreamId {
  return `${category}-${id}`;
}

export function categoryOf(streamId: StreamId): string {
  return streamId.slice(0, streamId.indexOf('-'));
}

/** The id behind the category: `person-<uuid>` gives `<uuid>`. */
export function idOf(streamId: StreamId): string {
  return streamId.slice(streamId.indexOf('-') + 1);
}
