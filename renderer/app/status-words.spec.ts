import { describe, expect, it } from 'vitest';
import type { Job } from '../../domain/contract/jobs.ts';
import type { ViewStatus } from '../../domain/contract/views.ts';
import { failedWords, jobsWords, pendingWords, rebuildWords, viewsWords } from './status-words.ts';

function view(more: Partial<ViewStatus>): ViewStatus {
  const plain = { view: 'persons', title: 'Persons', state: 'current', position: 10, head: 10 } as const;
  return { ...plain, rows: 0, error: null, skipped: [], rebuild: null, ...more };
}

describe('the status bar', () => {
  it('says how far the last of the views is behind', () => {
    expect(viewsWords([view({}), view({ position: 7, state: 'catching-up' })])).toEqual({
      tone: 'attention',
      text: 'Views 3 events behind',
    });
  });

  it('names a stopped view before any lag', () => {
    const words = viewsWords([view({ position: 1 }), view({ title: 'Search', state: 'stopped' })]);
    expect(words).toEqual({ tone: 'danger', text: 'View “Search” stopped' });
  });

  it('says so when all is well', () => {
    expect(viewsWords([view({})]).text).toBe('Views up to date');
  });

  it('shows a running rebuild with its share and the time left, of several views as one', () => {
    const rebuild = { share: 0.429, eventsPerSecond: 1, secondsLeft: null, needed: false };
    const slower = { ...rebuild, share: 0.3, secondsLeft: 12 };
    expect(rebuildWords([view({}), view({})])).toBeNull();
    expect(rebuildWords([view({ rebuild }), view({})])).toBe('Rebuilding “Persons” 42 %');
    expect(rebuildWords([view({ rebuild }), view({ rebuild: slower })])).toBe(
      'Rebuilding 2 views 30 %, 12 s left',
    );
  });

  it('counts what waits in words', () => {
    expect(pendingWords(0)).toBe('Nothing waits to go out');
    expect(pendingWords(1)).toBe('1 change waits to go out');
    expect(pendingWords(1204)).toBe('1,204 changes wait to go out');
  });

  it('names long work under way, and counts it where there is more', () => {
    const job = (kind: Job['kind'], state: Job['state'], done: number | null) =>
      ({ kind, state, progress: { done, total: done === null ? null : 100 } }) as unknown as Job;
    expect(jobsWords([job('verify', 'done', 100)])).toBeNull();
    expect(jobsWords([job('verify', 'running', 43)])).toBe('Checking the log 43 %');
    expect(jobsWords([job('backup', 'running', null)])).toBe('Backing up');
    expect(jobsWords([job('backup', 'running', 1), job('export', 'running', 2)])).toBe('2 jobs under way');
    expect(jobsWords([job('rebuild', 'running', 1)])).toBeNull();
  });

  it('does not call a dry run an import', () => {
    const progress = { done: 12, total: 100 };
    const job = (result: Job['result']) =>
      ({ kind: 'import', state: 'running', progress, result }) as unknown as Job;
    expect(jobsWords([job({ dryRun: true })])).toBe('Trying an import out 12 %');
    expect(jobsWords([job({ dryRun: false })])).toBe('Importing 12 %');
    expect(jobsWords([job(null)])).toBe('Importing 12 %');
  });
});

describe('what stays down', () => {
  const failed = (code: string, message: string) => failedWords({ code, kind: 'bug', message });

  it('leads to the data folder where a file in it is damaged', () => {
    expect(failed('database-corrupt', 'It is damaged.').inFolder).toBe(true);
    expect(failed('engine-keeps-stopping', 'It stopped.').inFolder).toBe(false);
    expect(failedWords(null).inFolder).toBe(false);
  });

  it('is named, and said once', () => {
    expect(failed('engine-keeps-stopping', 'The engine stopped several times.').title).toBe(
      'The engine stopped several times.',
    );
    expect(failed('data-folder-in-use', 'Another console uses it.').title).toBe(
      'The engine stopped and could not be restarted. Another console uses it.',
    );
    expect(failedWords(null).title).toContain('Close the console');
  });

  it('is not the engine where it is what reads', () => {
    expect(failed('reader-keeps-stopping', 'What reads stopped.')).toEqual({
      title: 'What reads stopped.',
      action: 'Start the reader again',
      inFolder: false,
      short: 'Nothing can be read',
    });
  });
});
