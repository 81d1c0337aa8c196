import { withCountryCode } from '../person/contact-keys.ts';
import { type Component, componentsOfType, type ExistingPerson } from '../person/index.ts';
import type { DuplicateSubject } from '../person/similarity.ts';

function textOf(component: Component, field: string): string {
  const value = component.data[field];
  return typeof value === 'string' ? value : '';
}

function dialled(component: Component): string {
  return withCountryCode(textOf(component, 'number'), textOf(component, 'countryCode'));
}

/** What the search for duplicates compares. Merged persons are settled and compare with nobody. */
export function duplicateSubject(person: ExistingPerson): DuplicateSubject | null {
  if (person.lifecycle.status === 'merged') return null;
  return {
    name: person.name,
    birthDate: person.birthDate,
    emails: componentsOfType(person, 'EmailAddress').map((component) => textOf(component, 'address')),
    phones: componentsOfType(person, 'PhoneNumber').map(dialled),
  };
}
