import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { z } from 'zod';

const jobSearchSchema = z.object({ job: z.string().min(1).max(50).optional().catch(undefined) });

/** The piece of work whose result is shown over whatever page is open: a reload keeps it. */
export function parseJobSearch(raw: Readonly<Record<string, unknown>>): { readonly job?: string } {
  const { job } = jobSearchSchema.parse(raw);
  return job === undefined ? {} : { job };
}

function without<S extends object>(search: S): Omit<S, 'job'> {
  const { job: _job, ...rest } = search as S & { readonly job?: unknown };
  return rest;
}

/** Shows a piece of work, or none. */
export function useShowJob(): (jobId: string | null) => void {
  const navigate = useNavigate();
  return useCallback(
    (jobId) =>
      void navigate({
        to: '.',
        replace: true,
        search: (old: object) => (jobId === null ? without(old) : { ...old, job: jobId }),
      }),
    [navigate],
  );
}
