import { z } from 'zod';
import { personStatusSchema } from './views.ts';

/** Which persons are asked for. All that is given must hold; what is left out asks nothing. */
export const personFilterFields = {
  status: z.array(personStatusSchema).min(1).optional(),
  componentType: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Has at least one component of this type' }),
  employer: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'The present employer begins with this; case and accents do not matter' }),
  changedSince: z.iso
    .datetime({ offset: true })
    .optional()
    .meta({ description: 'The last change was then or later' }),
  duplicates: z
    .literal(true)
    .optional()
    .meta({ description: 'There is somebody else who may be the same person' }),
};

/** What is read besides the rows of persons where a filter asks for it. */
export const personFilterViews = {
  componentType: ['components'],
  duplicates: ['duplicates', 'detail'],
} as const;

export const personFilterSchema = z.strictObject({
  ...personFilterFields,
  /** As in `persons.search`. */
  text: z.string().max(500).optional(),
});
export type PersonFilter = z.output<typeof personFilterSchema>;
