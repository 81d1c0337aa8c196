import { type BulkAction, bulkResultSchema } from '../../../domain/contract/bulk.ts';
import type { Job } from '../../../domain/contract/jobs.ts';
import type { BulkRequest } from '../../state/bulk-request.ts';

interface Inverse {
  readonly action: BulkAction;
  readonly words: string;
}

/** What leads back. Archiving is for good, and a reactivation gives no reason to suspend anybody again. */
const inverses: Readonly<Partial<Record<BulkAction, Inverse>>> = {
  deactivate: { action: 'reactivate', words: 'Undo: reactivate them…' },
  'add-tag': { action: 'remove-tag', words: 'Undo: remove the tag…' },
  'remove-tag': { action: 'add-tag', words: 'Undo: tag them again…' },
};

export interface BulkUndo {
  /** What the button says. */
  readonly words: string;
  readonly request: BulkRequest;
}

/**
 * The order that changes back those whom a job has changed, and only them: who had the tag before is not among them.
 * Null where nothing leads back, or nobody was changed.
 */
export function bulkUndoOf({ jobId, result }: Pick<Job, 'jobId' | 'result'>, done: number): BulkUndo | null {
  const change = bulkResultSchema.safeParse(result).data;
  const inverse = change === undefined ? undefined : inverses[change.action];
  if (inverse === undefined || done === 0) return null;
  const { action, words } = inverse;
  const tag = change?.tag === undefined ? {} : { tag: change.tag };
  return { words, request: { action, target: { doneBy: jobId }, count: done, ...tag } };
}
