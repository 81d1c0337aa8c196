import type { Decision } from '../../kernel/outcome.ts';
import { definitionOf, derivedFields } from '../components/index.ts';
import type { PersonEventOf } from '../events.ts';
import { fieldIssues, plainWords, ruleCode } from '../fields/issues.ts';
import type { JsonObject } from '../fields/json.ts';
import { componentsOfType, type ExistingPerson } from '../state.ts';
import type { PersonContext } from './handler.ts';
import * as refused from './component-refusals.ts';

export type Checked =
  | { readonly valid: true; readonly data: JsonObject }
  | { readonly valid: false; readonly refusal: Decision<never> };

/** The data as its type keeps it (trimmed, folded), or why it cannot be kept. */
export function checkData(type: string, data: JsonObject): Checked {
  const definition = definitionOf(type);
  if (definition === undefined) return { valid: false, refusal: refused.componentTypeUnknown(type) };
  const parsed = definition.schema.safeParse(data, { error: plainWords });
  if (parsed.success) return { valid: true, data: parsed.data };
  const refusal = refused.componentInvalid(type, fieldIssues(parsed.error), ruleCode(parsed.error));
  return { valid: false, refusal };
}

/** Why data cannot name a field that only a command of its own records (it could be forged or erased), or null. */
export function refuseDerived(type: string, data: JsonObject): Decision<never> | null {
  const named = derivedFields(type).find(({ field }) => data[field] !== undefined);
  return named === undefined ? null : refused.fieldDerived(type, named.field, named.recordedBy);
}

/** Why a relationship cannot lead to the person that its data names, or null. */
export function refuseRelationship(
  person: ExistingPerson,
  type: string,
  data: JsonObject,
  context: PersonContext,
): Decision<never> | null {
  const other = data.otherPersonId;
  if (type !== 'Relationship' || typeof other !== 'string') return null;
  if (other === person.personId) return refused.relationshipToItself(other);
  return context.reference(other)?.exists === true ? null : refused.relationshipTargetMissing(other);
}

/** One primary per type: what the others of the type have to give up. */
export function demotions(
  person: ExistingPerson,
  type: string,
  componentId: string,
): PersonEventOf<'ComponentUpdated'>[] {
  return componentsOfType(person, type)
    .filter((other) => other.primary && other.componentId !== componentId)
    .map((other) => ({
      type: 'ComponentUpdated',
      data: {
        componentId: other.componentId,
        componentType: type,
        changes: { primary: false },
        reason: null,
      },
    }));
}
