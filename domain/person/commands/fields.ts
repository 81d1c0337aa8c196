import { z } from 'zod';
import { personIdSchema, uuidSchema } from '../../kernel/ids.ts';
import { componentTypeNames } from '../components/index.ts';
import { jsonObject, textRecord } from '../fields/json.ts';
import { line, lines, paragraph } from '../fields/text.ts';

/** Stands in `writes` for the command's own id: what is new under it, nobody else can have written. */
export const OWN_ID = '<command>';

export const person = { personId: personIdSchema };

export const componentId = uuidSchema.meta({ title: 'Component', description: 'Id of the component (UUID)' });

export const newComponentId = uuidSchema.optional().meta({
  title: 'Component',
  description: 'Id of the new component (UUID); the id of the command where it is left out',
});

export const componentType = z.enum(componentTypeNames).meta({ title: 'Type of component' });

export const reason = paragraph().meta({ title: 'Reason', multiline: true });
export const optionalReason = paragraph().optional().meta({ title: 'Reason', multiline: true });
export const registeredBy = line().optional().meta({ title: 'Registered by' });

const customValue = line(2000);

/** What every component has besides its data. */
export const envelope = {
  primary: z.boolean().optional().meta({ title: 'Primary', description: 'The one of its type to use first' }),
  verified: z.boolean().optional().meta({ title: 'Verified' }),
  tags: lines(50, 100).optional().meta({ title: 'Tags' }),
  custom: textRecord(customValue).optional().meta({ title: 'Custom fields' }),
};

/** As `envelope`, for a merge patch: a custom field that is null goes. */
export const envelopePatch = {
  ...envelope,
  custom: textRecord(customValue.nullable()).optional().meta({ title: 'Custom fields' }),
};

export const dataPatch = jsonObject()
  .optional()
  .meta({ title: 'Data', description: 'JSON merge patch (RFC 7396) of the data: null clears a field' });

type PatchShape<S extends z.core.$ZodShape> = { [K in keyof S]: z.ZodOptional<z.ZodNullable<S[K]>> };

/** The same fields, each of which may be left out (keep) or null (clear). */
export function patchOf<S extends z.core.$ZodShape>(shape: S): PatchShape<S> {
  const entries = Object.entries(shape).map(([key, field]) => {
    const schema = field as z.ZodType;
    const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
    return [
      key,
      inner
        .nullable()
        .optional()
        .meta({ ...schema.meta() }),
    ];
  });
  return Object.fromEntries(entries) as PatchShape<S>;
}
