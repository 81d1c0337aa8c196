import { z } from 'zod';
import { conflictStateSchema, severitySchema } from '../../../domain/contract/conflicts.ts';

const conflictSearchSchema = z.object({
  /** Absent: those to decide. */
  state: conflictStateSchema.exclude(['open']).optional().catch(undefined),
  severity: severitySchema.optional().catch(undefined),
  /** One alone, whatever has become of it. */
  only: z.uuid().optional().catch(undefined),
});

export type ConflictSearch = Partial<z.output<typeof conflictSearchSchema>>;

/** What stands in the address of the conflicts. */
export function parseConflictSearch(raw: Readonly<Record<string, unknown>>): ConflictSearch {
  const entries = Object.entries(conflictSearchSchema.parse(raw)).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries);
}
