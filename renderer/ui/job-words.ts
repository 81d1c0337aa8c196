import { bulkResultSchema } from '../../domain/contract/bulk.ts';
import type { Job, JobProgress } from '../../domain/contract/jobs.ts';
import { verifyReportSchema } from '../../domain/contract/views.ts';
import { bulkTitle, bulkWords } from './bulk-words.ts';
import { countOf, formatBytes, formatCount, formatSeconds } from './format/number.ts';

const WRITES: ReadonlySet<Job['kind']> = new Set([
  'backup',
  'export',
  'persons-export',
  'results-export',
  'import-refused',
]);

/** View's name → its title. */
export type ViewTitles = ReadonlyMap<string, string>;

export function jobTitle({ kind, subject }: Pick<Job, 'kind' | 'subject'>, titles: ViewTitles): string {
  switch (kind) {
    case 'verify':
      return 'Check of the log and the views';
    case 'rebuild':
      return `Rebuild of “${titles.get(subject ?? '') ?? subject}”`;
    case 'backup':
      return 'Backup of the log';
    case 'export':
      return 'Export of every event';
    case 'bulk':
      return bulkTitle(subject ?? '');
    case 'persons-export':
      return 'Export of persons';
    case 'results-export':
      return 'Export of results';
    case 'import':
      return `Import of ${subject ?? 'a file'}`;
    case 'import-refused':
      return 'Export of rows not taken';
  }
}

export function shareOf({ done, total }: JobProgress): number | null {
  return total === null || total === 0 ? null : Math.min(1, done / total);
}

/** `21,000 events a second`: how fast a rebuild reads the log. */
export function eventRateWords(eventsPerSecond: number): string {
  return `${countOf(eventsPerSecond, 'event')} a second`;
}

function rowWords(rows: NonNullable<JobProgress['rows']>): string {
  const rate = rows.perSecond === null ? '' : `, ${formatCount(rows.perSecond)} a second`;
  return `${countOf(rows.done, 'row')}${rate}`;
}

/** Where bytes are read, it is the rows that are told; of a rebuild, which is told in shares, the events. */
function rateWords({ kind, progress }: Pick<Job, 'kind' | 'progress'>): string | null {
  const { perSecond, rows, eventsPerSecond } = progress;
  if (kind === 'import') return rows === undefined ? null : rowWords(rows);
  if (kind === 'rebuild') return eventsPerSecond === undefined ? null : eventRateWords(eventsPerSecond);
  if (perSecond === null) return null;
  return `${kind === 'backup' ? formatBytes(perSecond) : formatCount(perSecond)} a second`;
}

/** `43 %, 21,000 a second, 12 s left`: what is known of it. */
export function progressWords(job: Pick<Job, 'kind' | 'progress'>): string {
  const { secondsLeft } = job.progress;
  const share = shareOf(job.progress);
  return [
    share === null ? 'Beginning' : `${Math.floor(share * 100)} %`,
    rateWords(job),
    secondsLeft === null || share === 1 ? null : `${formatSeconds(secondsLeft)} left`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

function numberIn(result: Job['result'], field: string): number {
  const value = result?.[field];
  return typeof value === 'number' ? value : 0;
}

function reportWords(result: Job['result']): string {
  const parsed = verifyReportSchema.safeParse(result);
  if (!parsed.success) return 'The report cannot be read';
  const { ok, events, persons, findings, unlisted, checks } = parsed.data;
  if (ok) return `In order: ${countOf(events, 'event')} of ${countOf(persons, 'person')}`;
  const failed = checks.filter((check) => !check.ok).length;
  return `${countOf(findings.length + unlisted, 'finding')} in ${countOf(failed, 'check')}`;
}

const OUTCOMES = ['new', 'changed', 'unchanged', 'duplicate', 'refused'] as const;

function outcomeCount(outcome: (typeof OUTCOMES)[number], count: number): string {
  return outcome === 'duplicate' ? countOf(count, 'possible duplicate') : `${formatCount(count)} ${outcome}`;
}

/** `12 rows: 10 new, 2 refused`, that a dry run was one, and what ended it early. */
function importWords(result: Job['result'], ended?: string): string {
  const counts = OUTCOMES.map((outcome) => [outcome, numberIn(result, outcome)] as const)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => outcomeCount(outcome, count));
  const rows = countOf(numberIn(result, 'rows'), 'row');
  const reached = [ended === undefined ? rows : `${ended} after ${rows}`, counts.join(', ')];
  const words = reached.filter((part) => part !== '').join(': ');
  return result?.['dryRun'] === true ? `Dry run, ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
}

/** `12 persons, 2.4 kB`; of an import it is rows that are written. */
function exportWords(result: Job['result']): string {
  const what =
    result?.['rows'] === undefined
      ? countOf(numberIn(result, 'persons'), 'person')
      : countOf(numberIn(result, 'rows'), 'row');
  return `${what}, ${formatBytes(numberIn(result, 'bytes'))}`;
}

function doneWords({ kind, result }: Job): string {
  const events = countOf(numberIn(result, 'events'), 'event');
  const unreadable = numberIn(result, 'unreadable');
  switch (kind) {
    case 'verify':
      return reportWords(result);
    case 'rebuild':
      return `${events} read`;
    case 'backup':
      return `${events}, ${formatBytes(numberIn(result, 'bytes'))}`;
    case 'bulk':
      return bulkWords(result);
    case 'persons-export':
    case 'results-export':
    case 'import-refused':
      return exportWords(result);
    case 'import':
      return importWords(result);
    case 'export':
      return [
        events,
        formatBytes(numberIn(result, 'bytes')),
        ...(unreadable === 0 ? [] : [`${formatCount(unreadable)} of them unreadable`]),
      ].join(', ');
  }
}

const cancelled: Readonly<Record<Job['kind'], string>> = {
  verify: 'Cancelled before its end',
  rebuild: 'Cancelled; the view in use stayed as it was',
  backup: 'Cancelled; no file was written',
  export: 'Cancelled; no file was written',
  bulk: 'Cancelled before anybody was changed',
  'persons-export': 'Cancelled; no file was written',
  'results-export': 'Cancelled; no file was written',
  import: 'Cancelled before any row was read',
  'import-refused': 'Cancelled; no file was written',
};

/** Work that keeps what it has done when it ends early says so. */
function endedEarly(job: Job, ended: string, otherwise: string): string {
  if (job.kind === 'import' && numberIn(job.result, 'rows') > 0) return importWords(job.result, ended);
  const parsed = bulkResultSchema.safeParse(job.result);
  return parsed.success ? bulkWords(job.result) : otherwise;
}

/** What came of it, in one line. */
export function resultWords(job: Job): string {
  switch (job.state) {
    case 'running':
      return progressWords(job);
    case 'done':
      return doneWords(job);
    case 'cancelled':
      return endedEarly(job, 'Cancelled', cancelled[job.kind]);
    case 'interrupted':
      return endedEarly(job, 'Interrupted', 'The console ended before it was done');
    case 'failed':
      return job.error?.message ?? 'It failed';
  }
}

/** What came of it, and where the file lies that it wrote: for whoever was elsewhere meanwhile. */
export function noticeWords(job: Job): string {
  const file = job.state === 'done' ? job.result?.['file'] : undefined;
  return typeof file === 'string' && WRITES.has(job.kind)
    ? `${resultWords(job)}, in ${file}`
    : resultWords(job);
}

/** True where the work was done and what it found is not in order. */
export function hasFindings(job: Job): boolean {
  return job.state === 'done' && job.result?.['ok'] === false;
}

/** True where the work was done, but not for everybody: that is to be looked at, however well the rest went. */
export function hasRefused(job: Job): boolean {
  const isOfMany = job.kind === 'bulk' || job.kind === 'import';
  return isOfMany && job.state === 'done' && numberIn(job.result, 'refused') > 0;
}
