import type { Component, ExistingPerson } from '../person/index.ts';
import type { DuplicateSubject } from '../person/similarity.ts';

function ofType(person: ExistingPerson, type: string): Component[] {
  return Object.values(person.components).filter((component) => component.type === type);
}

function textOf(component: Component, field: string): string {
  const value = component.data[field];
  return typeof value === 'string' ? value : '';
}

/** With its country code in front, so that equal national numbers of two countries stay apart. */
function dialled(component: Component): string {
  const number = textOf(component, 'number');
  const code = textOf(component, 'countryCode');
  if (!code.startsWith('+') || number.startsWith('+') || number.startsWith('00')) return number;
  return `${code} ${number.replace(/^0/, '')}`;
}

/** What the search for duplicates compares. Merged persons are settled and compare with nobody. */
export function duplicateSubject(person: ExistingPerson): DuplicateSubject | null {
  if (person.lifecycle.status === 'merged') return null;
  return {
    name: person.name,
    birthDate: person.birthDate,
    emails: ofType(person, 'EmailAddress').map((component) => textOf(component, 'address')),
    phones: ofType(person, 'PhoneNumber').map(dialled),
  };
}
