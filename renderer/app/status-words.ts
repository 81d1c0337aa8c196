import type { ConsoleError } from '../../domain/contract/errors.ts';
import type { Job } from '../../domain/contract/jobs.ts';
import type { ViewStatus } from '../../domain/contract/views.ts';
import { shareOf } from '../ui/job-words.ts';
import { countOf, formatSeconds } from '../ui/format/number.ts';

export interface ViewsWords {
  readonly tone: 'quiet' | 'attention' | 'danger';
  readonly text: string;
}

/** How far the views are behind the log, the worst of them first. */
export function viewsWords(views: readonly ViewStatus[]): ViewsWords {
  const stopped = views.filter((view) => view.state === 'stopped');
  const [first] = stopped;
  if (first !== undefined) {
    const others = stopped.length > 1 ? ` and ${countOf(stopped.length - 1, 'other')}` : '';
    return { tone: 'danger', text: `View “${first.title}”${others} stopped` };
  }
  const behind = Math.max(0, ...views.map((view) => view.head - view.position));
  if (behind > 0) return { tone: 'attention', text: `Views ${countOf(behind, 'event')} behind` };
  return { tone: 'quiet', text: 'Views up to date' };
}

/** The rebuild under way, of one view or several; null where there is none. */
export function rebuildWords(views: readonly ViewStatus[]): string | null {
  const running = views.flatMap(({ title, rebuild }) => (rebuild === null ? [] : [{ title, ...rebuild }]));
  const [first, ...others] = running;
  if (first === undefined) return null;
  const what = others.length === 0 ? `“${first.title}”` : `${running.length} views`;
  const percent = Math.floor(Math.min(...running.map(({ share }) => share)) * 100);
  const seconds = Math.max(...running.map(({ secondsLeft }) => secondsLeft ?? 0));
  const left = seconds === 0 ? '' : `, ${formatSeconds(seconds)} left`;
  return `Rebuilding ${what} ${percent} %${left}`;
}

const jobWords: Readonly<Record<Job['kind'], string | null>> = {
  verify: 'Checking the log',
  backup: 'Backing up',
  export: 'Exporting',
  bulk: 'Changing persons',
  'persons-export': 'Exporting persons',
  'results-export': 'Exporting results',
  import: 'Importing',
  'import-refused': 'Exporting rows not taken',
  // Said of the view itself already.
  rebuild: null,
};

/** A dry run changes nothing, and is not called what it prepares. */
function wordsOf({ kind, result }: Job): string | null {
  return kind === 'import' && result?.['dryRun'] === true ? 'Trying an import out' : jobWords[kind];
}

/** Long work under way; null where there is none. */
export function jobsWords(jobs: readonly Job[]): string | null {
  const running = jobs.flatMap((job) => {
    const words = wordsOf(job);
    return job.state !== 'running' || words === null ? [] : [{ words, share: shareOf(job.progress) }];
  });
  const [first, ...others] = running;
  if (first === undefined) return null;
  if (others.length > 0) return `${running.length} jobs under way`;
  return first.share === null ? first.words : `${first.words} ${Math.floor(first.share * 100)} %`;
}

/** What is committed here and nowhere else. */
export function pendingWords(pending: number): string {
  return pending === 0
    ? 'Nothing waits to go out'
    : `${countOf(pending, 'change waits', 'changes wait')} to go out`;
}

export interface FailedWords {
  readonly title: string;
  readonly action: string;
  /** True where what helps lies in the data folder, such as a damaged file and its backups. */
  readonly inFolder: boolean;
  /** As short as the status bar has it. */
  readonly short: string;
}

const KEEPS_STOPPING = /-keeps-stopping$/u;

/** What stays down, and what the button that starts it again is called. */
export function failedWords(error: ConsoleError | null): FailedWords {
  const message = error?.message ?? 'Close the console and start it again.';
  if (error?.code === 'reader-keeps-stopping')
    return {
      title: message,
      action: 'Start the reader again',
      inFolder: false,
      short: 'Nothing can be read',
    };
  // It says itself that it stopped.
  const title =
    error !== null && KEEPS_STOPPING.test(error.code)
      ? message
      : `The engine stopped and could not be restarted. ${message}`;
  const inFolder = error?.code === 'database-corrupt';
  return { title, action: 'Start the engine again', inFolder, short: 'Engine stopped' };
}
