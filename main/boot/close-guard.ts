import type { Job, JobKind } from '../../domain/contract/jobs.ts';
import type { Push } from '../../domain/contract/pushes.ts';

/** What is lost, or has to be gone on with by hand, where the console ends. The others are done again in passing. */
const works: Readonly<Partial<Record<JobKind, string>>> = {
  import: 'an import',
  bulk: 'a change to many persons',
  backup: 'a backup',
  export: 'an export',
  'persons-export': 'an export',
  'results-export': 'an export',
  'import-refused': 'an export',
};
const GOES_ON_LATER: ReadonlySet<JobKind> = new Set(['import', 'bulk']);

export interface WorkUnderWay {
  readonly follow: (push: Push) => void;
  readonly kinds: () => readonly JobKind[];
}

/** Kept from what is pushed: a window that closes cannot wait for an answer. */
export function createWorkUnderWay(): WorkUnderWay {
  const running = new Map<string, JobKind>();
  const followJob = ({ jobId, kind, state }: Pick<Job, 'jobId' | 'kind' | 'state'>): void => {
    if (state === 'running' && works[kind] !== undefined) running.set(jobId, kind);
    else running.delete(jobId);
  };
  return {
    follow: ({ name, payload }) => {
      if (name === 'job.changed') followJob(payload);
      // What worked is gone: nothing is left to be stopped.
      if (name === 'engine.state' && payload.state === 'failed') running.clear();
    },
    kinds: () => [...running.values()],
  };
}

export interface QuitQuestion {
  readonly message: string;
  readonly detail: string;
}

export function quitQuestion(kinds: readonly JobKind[]): QuitQuestion {
  const names = [...new Set(kinds.flatMap((kind) => works[kind] ?? []))];
  const last = names.at(-1) ?? '';
  const all = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
  const parts = [
    ...(kinds.some((kind) => GOES_ON_LATER.has(kind))
      ? ['What was changed so far stays. It stops where it is, and can be gone on with later.']
      : []),
    ...(kinds.some((kind) => !GOES_ON_LATER.has(kind))
      ? ['A file that is not finished is not kept, and has to be written anew.']
      : []),
  ];
  return { message: `Work is under way: ${all}`, detail: parts.join('\n') };
}

export interface CloseGuardOptions {
  readonly kinds: () => readonly JobKind[];
  /** True where the operator would rather quit. */
  readonly ask: (question: QuitQuestion) => Promise<boolean>;
  readonly quit: () => void;
}

/** A window does not close over work that is under way without the operator's word. */
export function createCloseGuard({ kinds, ask, quit }: CloseGuardOptions) {
  let state: 'idle' | 'asking' | 'agreed' = 'idle';
  const answered = (agreed: boolean): void => {
    state = agreed ? 'agreed' : 'idle';
    if (agreed) quit();
  };
  return (event: { readonly preventDefault: () => void }): void => {
    const underWay = kinds();
    if (state === 'agreed' || (state === 'idle' && underWay.length === 0)) return;
    event.preventDefault();
    if (state === 'asking') return;
    state = 'asking';
    // A question that cannot be shown must not keep the console open.
    void ask(quitQuestion(underWay)).then(answered, () => answered(true));
  };
}
