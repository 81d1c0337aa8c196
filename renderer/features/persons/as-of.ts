import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod';

/** What stands in the address of a person's page. A part that makes no sense is dropped, never an error. */
const pageSearchSchema = z.object({
  /** The version that the person is shown as of; absent: as they are now. */
  asOf: z.coerce.number().int().min(1).optional().catch(undefined),
});

export interface PageSearch {
  readonly asOf?: number;
}

export function parsePageSearch(raw: Readonly<Record<string, unknown>>): PageSearch {
  const { asOf } = pageSearchSchema.parse(raw);
  return asOf === undefined ? {} : { asOf };
}

/** Within what there is; null where that is now, for now is shown as it goes on. */
export function clampedAsOf(asOf: number | undefined, head: number): number | null {
  return asOf === undefined || asOf >= head ? null : asOf;
}

export type ShowAsOf = (version: number | null) => void;

/** Looking back is walking through the same page: it replaces the entry in the history of addresses. */
export function useShowAsOf(personId: string): ShowAsOf {
  const navigate = useNavigate();
  return (version) =>
    void navigate({
      to: '/persons/$personId',
      params: { personId },
      search: version === null ? {} : { asOf: version },
      replace: true,
    });
}
