import type { JsonObject } from '../person/fields/json.ts';
import { mergeReasonSchema, type PersonEventOf, type PersonEventType } from '../person/events.ts';
import type { ExistingPerson, PersonEvent } from '../person/index.ts';

/** An event with what its former readers were told beside it. */
export interface Told {
  readonly event: PersonEvent;
  readonly personId: string;
  readonly timestamp: string;
  readonly actor: string | null;
  /** As the event left the person. */
  readonly person: ExistingPerson;
}

export interface OldEvent {
  readonly type: string;
  readonly data: JsonObject;
}

type Write<T extends PersonEventType> = (data: PersonEventOf<T>['data'], told: Told) => readonly OldEvent[];

/** How each event is said in one of the forms; those that are missing could not be said in it. */
export type Writers = { readonly [T in PersonEventType]?: Write<T> };

export function written(writers: Writers, told: Told): readonly OldEvent[] {
  const { event } = told;
  const write = writers[event.type] as Write<PersonEventType> | undefined;
  return write?.(event.data, told) ?? [];
}

/** Its reader knew four reasons, and no text. */
export function oldMergeReason(reason: string): string {
  return mergeReasonSchema.safeParse(reason).data ?? 'UserRequested';
}
