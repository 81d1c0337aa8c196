import { accept } from '../../kernel/outcome.ts';
import type { Changes } from '../commands/writes.ts';
import type { PersonEventOf } from '../events.ts';
import { type JsonObject, sameJson } from '../fields/json.ts';
import { effectivePatch, mergePatch } from '../fields/merge-patch.ts';
import { type Component, componentOf, type ExistingPerson } from '../state.ts';
import { type Checked, checkData, demotions, refuseRelationship } from './component-rules.ts';
import { withCurrent } from './employment-term.ts';
import type { PersonContext, PersonDecision } from './handler.ts';
import * as refused from './component-refusals.ts';

export interface Change {
  readonly componentId: string;
  readonly changes: Changes;
  readonly reason?: string | undefined;
  /** What the command takes the component for; any type where it does not say. */
  readonly expected?: string;
}

/** Decides a sparse change of a component: the effective part of it, or nothing. */
export function changeComponent(
  change: Change,
  person: ExistingPerson,
  context: PersonContext,
): PersonDecision {
  const found = find(person, change);
  if ('refusal' in found) return found.refusal;
  const { component } = found;
  const patched = patchData(component, change.changes.data ?? {}, context.now);
  if (!patched.valid) return patched.refusal;
  const refusal = refuseRelationship(person, component.type, patched.data, context);
  if (refusal !== null) return refusal;
  const changes = { ...changedFlags(component, change.changes), ...nonEmpty('data', patched.data) };
  const { componentId, type: componentType } = component;
  // Also where it is primary already: history may have left several.
  const former = change.changes.primary === true ? demotions(person, componentType, componentId) : [];
  if (Object.keys(changes).length === 0) return accept(...former);
  return accept(...former, {
    type: 'ComponentUpdated',
    data: { componentId, componentType, changes, reason: change.reason ?? null },
  });
}

type Found = { readonly component: Component } | { readonly refusal: PersonDecision };

/** The component that a command means, of the type that it takes it for. */
export function find(person: ExistingPerson, wanted: Pick<Change, 'componentId' | 'expected'>): Found {
  const { componentId, expected } = wanted;
  const component = componentOf(person, componentId);
  if (component === undefined) return { refusal: refused.componentMissing(componentId) };
  if (expected === undefined || component.type === expected) return { component };
  return { refusal: refused.componentTypeMismatch(componentId, expected, component.type) };
}

/** The part of a patch that changes the data, checked as a whole: what was invalid before has to be mended. */
function patchData(component: Component, asked: JsonObject, now: string): Checked {
  const { type, data } = component;
  const patch = withCurrent(type, asked, data, now);
  const merged = mergePatch(data, patch);
  if (sameJson(data, merged)) return { valid: true, data: {} };
  if (type === 'Attribute' && data.invalidated !== undefined) {
    return { valid: false, refusal: refused.attributeInvalidated(component.componentId) };
  }
  const checked = checkData(type, merged);
  return checked.valid ? { valid: true, data: effectivePatch(data, patch, checked.data) } : checked;
}

type ChangedFlags = Omit<PersonEventOf<'ComponentUpdated'>['data']['changes'], 'data'>;

function changedFlags(component: Component, changes: Changes): ChangedFlags {
  const { primary, verified, tags, custom = {} } = changes;
  const customPatch = effectivePatch(component.custom, custom, mergePatch(component.custom, custom));
  return {
    ...(primary !== undefined && primary !== component.primary && { primary }),
    ...(verified !== undefined && verified !== component.verified && { verified }),
    ...(tags !== undefined && !sameJson(tags, component.tags) && { tags: [...tags] }),
    ...(nonEmpty('custom', customPatch) as Pick<ChangedFlags, 'custom'>),
  };
}

function nonEmpty<K extends string>(
  key: K,
  value: JsonObject,
): { readonly [P in K]?: Record<string, unknown> } {
  return (Object.keys(value).length === 0 ? {} : { [key]: value }) as {
    readonly [P in K]?: Record<string, unknown>;
  };
}
