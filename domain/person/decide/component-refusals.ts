import { type Decision, refuse } from '../../kernel/outcome.ts';
import type { FieldIssue } from '../fields/issues.ts';

type Refused = Decision<never>;

export function componentMissing(componentId: string): Refused {
  return refuse(
    'component-missing',
    'The person has no such component: it may have been removed meanwhile, so look at the person again',
    { componentId },
  );
}

export function componentExists(componentId: string): Refused {
  return refuse(
    'component-exists',
    'The person already has a component with this id: change that one, or leave the id out',
    { componentId },
  );
}

export function componentTypeRegistered(componentType: string, componentId: string): Refused {
  return refuse(
    'component-type-registered',
    `The person already has a component of type ${componentType}: change that one`,
    { componentType, componentId },
  );
}

export function componentNotRegistered(componentType: string): Refused {
  return refuse(
    'component-not-registered',
    `The person has no component of type ${componentType}: there is nothing to take away`,
    { componentType },
  );
}

export function componentTypeMismatch(componentId: string, expected: string, actual: string): Refused {
  return refuse(
    'component-type-mismatch',
    `The component is of type ${actual}, not ${expected}: use the command for ${actual}, or UpdateComponent or RemoveComponent`,
    { componentId, expected, actual },
  );
}

export function componentTypeUnknown(componentType: string): Refused {
  return refuse(
    'component-type-unknown',
    `This program does not know components of type ${componentType}, so it cannot check a change of their data: remove the component, or use a newer program`,
    { componentType },
  );
}

/** `code` is that of the rule that is broken, where that is all that is wrong. */
export function componentInvalid(
  componentType: string,
  issues: readonly FieldIssue[],
  code = 'component-invalid',
): Refused {
  const fields = issues.map(({ path, message }) => `${path}: ${message}`).join('; ');
  return refuse(code, `The data does not suit the type ${componentType}. Mend ${fields}`, {
    componentType,
    issues,
  });
}

export function fieldDerived(componentType: string, field: string, command: string): Refused {
  return refuse(
    'field-derived',
    `The field ${field} is kept by the console: leave it out, and use the command ${command} to record it`,
    { componentType, field, command },
  );
}

export function relationshipToItself(personId: string): Refused {
  return refuse('relationship-to-itself', 'A person has no relationship to itself: choose another person', {
    personId,
  });
}

export function relationshipTargetMissing(otherPersonId: string): Refused {
  return refuse(
    'relationship-target-missing',
    'The other person of the relationship does not exist: choose another one, or create that person first',
    { otherPersonId },
  );
}

export function endorsementByOneself(): Refused {
  return refuse('endorsement-by-oneself', 'Nobody can endorse their own skill: name another endorser');
}

export function attributeInvalidated(componentId: string): Refused {
  return refuse(
    'attribute-invalidated',
    'The attribute was invalidated and is kept as it was: record a new attribute instead',
    { componentId },
  );
}
