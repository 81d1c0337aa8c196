import type { ComponentType } from '../components/index.ts';
import { isJsonObject, type JsonObject } from '../fields/json.ts';
import { patchPaths } from '../fields/merge-patch.ts';
import { OWN_ID } from './fields.ts';

interface Addition {
  readonly componentId?: string | undefined;
  readonly primary?: boolean | undefined;
}

export interface Changes {
  readonly data?: JsonObject | undefined;
  readonly primary?: boolean | undefined;
  readonly verified?: boolean | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly custom?: Readonly<Record<string, string | null>> | undefined;
}

export function addWrites(type: ComponentType, data: Addition): string[] {
  const component = `components/${data.componentId ?? OWN_ID}`;
  return data.primary === true ? [component, `primary/${type}`] : [component];
}

/** An employment that gets an end (or loses it) is no longer current (or may be): one decision writes both. */
const FOLLOWS: Readonly<Record<string, string>> = { endDate: 'current' };

/** `primary` alone covers every `primary/<type>`: the command does not say of which type its component is. */
export function updateWrites(componentId: string, changes: Changes): string[] {
  const paths = patchPaths(`components/${componentId}`, { ...changes });
  const followers = Object.keys(changes.data ?? {}).flatMap((field) => FOLLOWS[field] ?? []);
  return [
    ...paths,
    ...followers.map((field) => `components/${componentId}/data/${field}`),
    ...(changes.primary === undefined ? [] : ['primary']),
  ];
}

/** For the one component of a type, which may exist already under an id that the command does not know. */
export function singleWrites(type: ComponentType, patch: JsonObject): string[] {
  return [`components/${OWN_ID}`, ...patchPaths(`components:type/${type}/data`, patch)];
}

/** Other persons that a relationship's data names. */
export function personReferences(data: JsonObject): string[] {
  if (!isJsonObject(data) || typeof data.otherPersonId !== 'string') return [];
  return [data.otherPersonId.trim().toLowerCase()];
}
