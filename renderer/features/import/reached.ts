import type { Job } from '../../../domain/contract/jobs.ts';
import type { ImportStep } from './address.ts';
import type { ImportDraft } from './drafts.ts';

export interface Reached {
  readonly words: string;
  /** Where it goes on. */
  readonly step: ImportStep;
}

const tryOuts: Readonly<Record<Job['state'], string>> = {
  running: 'Dry run under way',
  done: 'Dry run made',
  cancelled: 'Dry run cancelled',
  interrupted: 'Dry run interrupted',
  failed: 'Dry run failed',
};

/** How far an import has come that was begun; a dry run that is no longer listed was made. */
export function reachedBy(
  { mapping, tried }: Pick<ImportDraft, 'mapping' | 'tried'>,
  jobs: readonly Pick<Job, 'jobId' | 'state'>[],
): Reached {
  if (tried !== null) {
    const { state = 'done' } = jobs.find(({ jobId }) => jobId === tried.jobId) ?? {};
    return { words: tryOuts[state], step: 'try' };
  }
  if (mapping === null) return { words: 'File chosen', step: 'file' };
  return { words: `Mapping “${mapping.name}” begun`, step: 'mapping' };
}

/** Without the dry runs of what was begun: these are told there. */
export function withoutTried<J extends Pick<Job, 'jobId'>>(
  jobs: readonly J[],
  begun: readonly Pick<ImportDraft, 'tried'>[],
): readonly J[] {
  const tried = new Set(begun.map((draft) => draft.tried?.jobId));
  return jobs.filter(({ jobId }) => !tried.has(jobId));
}
