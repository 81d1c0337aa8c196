import { z } from 'zod';
import { procedure } from './procedure.ts';

/** Further than this nothing can be read, or nothing has room. */
export const ZOOM = { least: 0.5, most: 3 } as const;

/** What the window around the page does for it. */
export const windowProcedures = {
  'window.zoom': procedure({
    kind: 'console',
    title: 'How much larger than usual the window shows everything; set where a factor is given',
    input: z.strictObject({ factor: z.number().min(ZOOM.least).max(ZOOM.most).optional() }),
    output: z.object({ factor: z.number() }),
  }),
  'window.show-folder': procedure({
    kind: 'console',
    title: 'Show the data folder in the file manager of the system',
    input: z.strictObject({}),
    output: z.object({ shown: z.boolean() }),
  }),
} as const;
