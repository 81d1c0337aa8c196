import { accept } from '../../kernel/outcome.ts';
import { definitionOf } from '../components/index.ts';
import type { JsonObject } from '../fields/json.ts';
import { mergePatch } from '../fields/merge-patch.ts';
import type { PersonEvent } from '../events.ts';
import { componentOf, componentsOfType, type ExistingPerson } from '../state.ts';
import { changeComponent, find } from './change-component.ts';
import { checkData, demotions, refuseDerived, refuseRelationship } from './component-rules.ts';
import { withCurrent } from './employment-term.ts';
import { type PersonContext, type PersonDecision, whileActive, whileOpen } from './handler.ts';
import * as refused from './component-refusals.ts';

export interface Addition {
  readonly componentId: string;
  readonly componentType: string;
  readonly data: JsonObject;
  readonly primary?: boolean | undefined;
  readonly verified?: boolean | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly custom?: Readonly<Record<string, string>> | undefined;
  readonly registeredBy?: string | undefined;
}

/** Decides the addition of a component, nulls in its data counting as left out. */
export function addition(added: Addition, person: ExistingPerson, context: PersonContext): PersonDecision {
  const { componentId, componentType } = added;
  if (componentOf(person, componentId) !== undefined) return refused.componentExists(componentId);
  const [existing] = componentsOfType(person, componentType);
  if (existing !== undefined && definitionOf(componentType)?.single === true) {
    return refused.componentTypeRegistered(componentType, existing.componentId);
  }
  const asked = withCurrent(componentType, mergePatch({}, added.data), {}, context.now);
  const checked = checkData(componentType, asked);
  if (!checked.valid) return checked.refusal;
  const refusal = refuseRelationship(person, componentType, checked.data, context);
  if (refusal !== null) return refusal;
  const former = added.primary === true ? demotions(person, componentType, componentId) : [];
  return accept(...former, componentAdded({ ...added, data: checked.data }));
}

function componentAdded(added: Addition): PersonEvent {
  const { componentId, componentType, data, primary, verified, tags, custom, registeredBy } = added;
  return {
    type: 'ComponentAdded',
    data: {
      componentId,
      componentType,
      data,
      primary: primary ?? false,
      verified: verified ?? false,
      tags: [...(tags ?? [])],
      custom: { ...custom },
      registeredBy: registeredBy ?? null,
    },
  };
}

export interface Removal {
  readonly componentId: string;
  readonly reason?: string | undefined;
  readonly expected?: string;
}

export function removal(removed: Removal, person: ExistingPerson): PersonDecision {
  const found = find(person, removed);
  if ('refusal' in found) return found.refusal;
  const { componentId, type } = found.component;
  return accept({
    type: 'ComponentRemoved',
    data: { componentId, componentType: type, reason: removed.reason ?? null },
  });
}

export const addComponent = whileActive<'AddComponent'>(({ data, commandId }, person, context) => {
  const { componentId = commandId, componentType } = data;
  const refusal = refuseDerived(componentType, mergePatch({}, data.data));
  return refusal ?? addition({ ...data, componentId }, person, context);
});

export const updateComponent = whileActive<'UpdateComponent'>(({ data }, person, context) => {
  const { componentId, changes } = data;
  const refusal = refuseDerived(componentOf(person, componentId)?.type ?? '', changes.data ?? {});
  return refusal ?? changeComponent(data, person, context);
});

export const removeComponent = whileOpen<'RemoveComponent'>(({ data }, person) => removal(data, person));

export const registerComponent = whileActive<'RegisterComponent'>(({ data, commandId }, person) => {
  const { componentType, registeredBy } = data;
  if (componentOf(person, commandId) !== undefined) return refused.componentExists(commandId);
  const [existing] = componentsOfType(person, componentType);
  if (existing !== undefined) return refused.componentTypeRegistered(componentType, existing.componentId);
  return accept(componentAdded({ componentId: commandId, componentType, data: {}, registeredBy }));
});

export const unregisterComponent = whileOpen<'UnregisterComponent'>(({ data }, person) => {
  const { componentType, reason = null } = data;
  const components = componentsOfType(person, componentType);
  if (components.length === 0) return refused.componentNotRegistered(componentType);
  return accept(
    ...components.map(
      ({ componentId }): PersonEvent => ({
        type: 'ComponentRemoved',
        data: { componentId, componentType, reason },
      }),
    ),
  );
});
