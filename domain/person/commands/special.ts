import { z } from 'zod';
import { defineCommand } from '../../kernel/command.ts';
import { attributeCategorySchema, attributeValueSchema, provenanceSchema } from '../components/attribute.ts';
import { componentTypes } from '../components/index.ts';
import { instant } from '../fields/dates.ts';
import { keyText } from '../fields/json.ts';
import { line, paragraph } from '../fields/text.ts';
import { componentId, newComponentId, OWN_ID, optionalReason, patchOf, person } from './fields.ts';
import { singleWrites, updateWrites } from './writes.ts';

const common = {
  category: 'person',
  target: (data: { readonly personId: string }) => data.personId,
} as const;

const { consents: _consents, ...privacyShape } = componentTypes.PrivacyPreferences.schema.shape;
const validity = {
  validFrom: instant().optional().meta({ title: 'Valid from' }),
  validUntil: instant().optional().meta({ title: 'Valid until' }),
};

/** Commands whose data is not that of a component as it stands. */
export const specialCommands = {
  EndorseSkill: defineCommand({
    ...common,
    type: 'EndorseSkill',
    title: 'Endorse a skill',
    description: 'Records that somebody vouches for a skill of the person.',
    schema: z.strictObject({
      ...person,
      componentId,
      endorserId: line(100).optional().meta({ title: 'Endorser id' }),
      endorserName: line().meta({ title: 'Endorsed by' }),
      comment: paragraph().optional().meta({ title: 'Comment', multiline: true }),
    }),
    writes: (data) => [`components/${data.componentId}/data/endorsements/${OWN_ID}`],
  }),
  UpdateCommunicationPreferences: defineCommand({
    ...common,
    type: 'UpdateCommunicationPreferences',
    title: 'Change communication preferences',
    description: 'Changes only the fields that are given; null clears one.',
    schema: z.strictObject({
      ...person,
      ...patchOf(componentTypes.CommunicationPreferences.schema.shape),
      reason: optionalReason,
    }),
    writes: ({ personId: _personId, reason: _reason, ...patch }) =>
      singleWrites('CommunicationPreferences', patch),
  }),
  UpdatePrivacyPreferences: defineCommand({
    ...common,
    type: 'UpdatePrivacyPreferences',
    title: 'Change privacy preferences',
    description:
      'Changes only the fields that are given; null clears one. Consents have a command of their own.',
    schema: z.strictObject({ ...person, ...patchOf(privacyShape), reason: optionalReason }),
    writes: ({ personId: _personId, reason: _reason, ...patch }) => singleWrites('PrivacyPreferences', patch),
  }),
  RecordConsent: defineCommand({
    ...common,
    type: 'RecordConsent',
    title: 'Record a consent',
    description: 'Records that a consent was given or withdrawn, and to which version of the text.',
    schema: z.strictObject({
      ...person,
      consentType: keyText().meta({ title: 'Consent' }),
      granted: z.boolean().meta({ title: 'Granted' }),
      consentVersion: line(100).meta({ title: 'Version of the text' }),
      ip: line(100).optional().meta({ title: 'IP address' }),
    }),
    writes: (data) => singleWrites('PrivacyPreferences', { consents: { [data.consentType]: true } }),
  }),
  RecordAttribute: defineCommand({
    ...common,
    type: 'RecordAttribute',
    title: 'Record an attribute',
    description: 'Records a typed fact, with the time it is valid for and where it comes from.',
    schema: z.strictObject({
      ...person,
      componentId: newComponentId,
      category: attributeCategorySchema.meta({ title: 'Category' }),
      name: line(100).meta({ title: 'Name' }),
      value: attributeValueSchema.meta({ title: 'Value' }),
      recordedAt: instant()
        .optional()
        .meta({ title: 'Recorded at', description: 'Now, where it is left out' }),
      ...validity,
      provenance: provenanceSchema.optional().meta({ title: 'Provenance' }),
    }),
    writes: (data) => [`components/${data.componentId ?? OWN_ID}`],
  }),
  UpdateAttribute: defineCommand({
    ...common,
    type: 'UpdateAttribute',
    title: 'Change an attribute',
    description: 'Corrects the value, the time it is valid for or where it comes from; null clears.',
    schema: z.strictObject({
      ...person,
      componentId,
      value: attributeValueSchema.optional().meta({ title: 'Value' }),
      ...patchOf({ ...validity, provenance: provenanceSchema.meta({ title: 'Provenance' }) }),
      reason: optionalReason,
    }),
    writes: (data) => {
      const { value, validFrom, validUntil, provenance } = data;
      const whole = { ...(value && { value: true }), ...(provenance !== undefined && { provenance: true }) };
      return updateWrites(data.componentId, { data: { ...whole, validFrom, validUntil } });
    },
  }),
  InvalidateAttribute: defineCommand({
    ...common,
    type: 'InvalidateAttribute',
    title: 'Invalidate an attribute',
    description: 'Ends the validity of an attribute; it stays in the history.',
    schema: z.strictObject({ ...person, componentId, reason: optionalReason }),
    writes: (data) => updateWrites(data.componentId, { data: { validUntil: true, invalidated: true } }),
  }),
} as const;
