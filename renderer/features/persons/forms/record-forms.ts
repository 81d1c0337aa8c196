import type { ExistingPerson } from '../person-model.ts';
import type { FieldSpec } from '../../../words/schema-fields.ts';
import type { FormName } from './form-address.ts';
import type { SimpleForm } from './simple-form.ts';
import { sparsePatch } from './sparse-patch.ts';
import { objectOf } from '../../../words/json-object.ts';

/** A field that the command needs, though the form may leave it empty: empty then means "take it away". */
const emptied =
  (name: string, help: string) =>
  (fields: readonly FieldSpec[]): readonly FieldSpec[] =>
    fields.map((field) => (field.name === name ? { ...field, required: false, help } : field));

const dataOfType = (type: string) => (person: ExistingPerson) =>
  person.components.find((component) => component.type === type)?.data ?? {};

/** What belongs to a person beside their name, lifecycle and components. */
export const recordForms: Partial<Readonly<Record<FormName, SimpleForm>>> = {
  location: {
    type: 'AssignLocation',
    title: 'Assign location',
    action: 'Assign location',
    done: 'Location assigned',
    consequence: 'Says at which location the person belongs.',
    fields: emptied('locationId', 'Leave it empty to take the assignment away'),
    current: ({ location }) => (location === null ? {} : { locationId: location }),
    // The command has no patch: the location goes out even where it is the reason that was typed last.
    changes: ({ locationId: before }, { locationId = null, ...rest }) =>
      before === (locationId ?? undefined) ? {} : { locationId, ...rest },
  },
  identity: {
    type: 'LinkIdentity',
    title: 'Link identity',
    action: 'Link identity',
    done: 'Identity linked',
    consequence:
      'Records the id under which another system knows this person. There is one for each system: another id for the same system takes the place of the former one.',
  },
  metadata: {
    type: 'UpdateMetadata',
    title: 'Edit metadata',
    action: 'Save changes',
    done: 'Metadata changed',
    consequence: 'Technical names and values that go with the record. What you remove here is taken away.',
    fields: (fields) => fields.map((field) => ({ ...field, label: 'Entries', required: false })),
    current: ({ metadata }) => ({ changes: metadata }),
    changes: (before, after) => {
      const changes = sparsePatch(objectOf(before['changes']), objectOf(after['changes']));
      return Object.keys(changes).length === 0 ? {} : { changes };
    },
  },
  merge: {
    type: 'MergePersons',
    title: 'Merge into another record',
    action: 'Merge records',
    done: 'Records merged',
    consequence:
      'This record is frozen and leads to the other one from then on, which cannot be undone. Its components stay where they are: compare the two first, and copy over what the other record lacks.',
    danger: true,
  },
  consent: {
    type: 'RecordConsent',
    title: 'Record consent',
    action: 'Record consent',
    done: 'Consent recorded',
    consequence:
      'Records that a consent was given or withdrawn. The latest for each kind of consent holds; earlier ones stay in the history.',
  },
  communication: {
    type: 'UpdateCommunicationPreferences',
    title: 'Communication preferences',
    action: 'Save preferences',
    done: 'Communication preferences changed',
    consequence: 'How the person wants to be reached, and when not.',
    current: dataOfType('CommunicationPreferences'),
  },
  privacy: {
    type: 'UpdatePrivacyPreferences',
    title: 'Privacy preferences',
    action: 'Save preferences',
    done: 'Privacy preferences changed',
    consequence: 'What may be shared and who may see it. Consents are recorded by a form of their own.',
    current: dataOfType('PrivacyPreferences'),
  },
  'record-attribute': {
    type: 'RecordAttribute',
    title: 'Record attribute',
    action: 'Record attribute',
    done: 'Attribute recorded',
    consequence: 'A typed fact, with the time it is valid for and where it comes from.',
  },
};
