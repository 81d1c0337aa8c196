import { describe, expect, it } from 'vitest';
import type { Job } from '../../domain/contract/jobs.ts';
import { hasFindings, jobTitle, noticeWords, progressWords, resultWords } from './job-words.ts';

const titles = new Map([['summary', 'Persons list']]);
const job = (changes: Partial<Job>): Job => ({
  jobId: 'j',
  kind: 'verify',
  subject: null,
  state: 'done',
  startedAt: '2026-11-25T10:00:00.000Z',
  startedBy: 'Ada',
  endedAt: null,
  progress: { done: 0, total: null, perSecond: null, secondsLeft: null },
  result: null,
  error: null,
  ...changes,
});
const report = {
  ok: true,
  events: 13_602,
  commits: 13_602,
  streams: 537,
  persons: 537,
  unknownEvents: 0,
  supersededEvents: 0,
  redactedEvents: 0,
  checks: [
    { check: 'positions', ok: true, findings: 0 },
    { check: 'view-summary', ok: false, findings: 3 },
  ],
  findings: [],
  unlisted: 0,
  seconds: 1,
};

describe('long work in words', () => {
  it('says what is worked on', () => {
    expect(jobTitle({ kind: 'rebuild', subject: 'summary' }, titles)).toBe('Rebuild of “Persons list”');
    expect(jobTitle({ kind: 'rebuild', subject: 'other' }, titles)).toBe('Rebuild of “other”');
  });

  it('says how far it is, as far as that is known', () => {
    const progress = { done: 43, total: 100, perSecond: 21_000, secondsLeft: 12 };
    expect(progressWords({ kind: 'verify', progress })).toBe('43 %, 21,000 a second, 12 s left');
    expect(progressWords({ kind: 'backup', progress: { ...progress, perSecond: 8_100_000 } })).toBe(
      '43 %, 8.1 MB a second, 12 s left',
    );
    expect(progressWords(job({}))).toBe('Beginning');
    expect(progressWords({ kind: 'verify', progress: { ...progress, done: 100, secondsLeft: 0 } })).toBe(
      '100 %, 21,000 a second',
    );
  });

  it('says what a check found', () => {
    expect(resultWords(job({ result: report }))).toBe('In order: 13,602 events of 537 persons');
    const bad = job({ result: { ...report, ok: false, unlisted: 3 } });
    expect(resultWords(bad)).toBe('3 findings in 1 check');
    expect([hasFindings(bad), hasFindings(job({ result: report }))]).toEqual([true, false]);
    expect(resultWords(job({ result: { of: 'another version' } }))).toBe('The report cannot be read');
  });

  it('says what was written', () => {
    const result = { events: 3, bytes: 2364, unreadable: 0 };
    expect(resultWords(job({ kind: 'export', result }))).toBe('3 events, 2.36 kB');
    expect(resultWords(job({ kind: 'export', result: { ...result, unreadable: 1 } }))).toBe(
      '3 events, 2.36 kB, 1 of them unreadable',
    );
    expect(resultWords(job({ kind: 'backup', result }))).toBe('3 events, 2.36 kB');
    expect(resultWords(job({ kind: 'rebuild', result: { events: 1 } }))).toBe('1 event read');
  });

  it('counts in an export what was written: persons, or rows of an import', () => {
    const words = (kind: Job['kind'], result: object) =>
      resultWords(job({ kind, result: { ...result, bytes: 90 } }));
    expect(words('results-export', { persons: 1 })).toBe('1 person, 90 bytes');
    expect(words('results-export', { rows: 4 })).toBe('4 rows, 90 bytes');
    expect(words('import-refused', { rows: 0 })).toBe('0 rows, 90 bytes');
  });

  it('says to whoever was elsewhere where the file lies', () => {
    const result = { file: '/home/nadia/persons.csv', persons: 2, bytes: 90 };
    const exported = job({ kind: 'persons-export', result });
    expect(noticeWords(exported)).toBe('2 persons, 90 bytes, in /home/nadia/persons.csv');
    expect(noticeWords({ ...exported, state: 'cancelled' })).toBe('Cancelled; no file was written');
    expect(noticeWords(job({ kind: 'import', result: { file: 'people.csv', rows: 1, new: 1 } }))).toBe(
      '1 row: 1 new',
    );
  });

  it('names possible duplicates as what they are', () => {
    const result = { rows: 4, new: 1, duplicate: 2, refused: 1, dryRun: true };
    expect(resultWords(job({ kind: 'import', result }))).toBe(
      'Dry run, 4 rows: 1 new, 2 possible duplicates, 1 refused',
    );
    expect(resultWords(job({ kind: 'import', result: { rows: 1, duplicate: 1 } }))).toBe(
      '1 row: 1 possible duplicate',
    );
  });

  it('says of an import that ended early that it is not the whole file', () => {
    const early = job({ kind: 'import', result: { rows: 256, new: 256 } });
    expect(resultWords({ ...early, state: 'cancelled' })).toBe('Cancelled after 256 rows: 256 new');
    expect(resultWords({ ...early, state: 'interrupted' })).toBe('Interrupted after 256 rows: 256 new');
    const dryRun = { ...early.result, dryRun: true };
    expect(resultWords({ ...early, state: 'cancelled', result: dryRun })).toBe(
      'Dry run, cancelled after 256 rows: 256 new',
    );
  });

  it('says why nothing came of it', () => {
    expect(resultWords(job({ kind: 'backup', state: 'cancelled' }))).toBe('Cancelled; no file was written');
    expect(resultWords(job({ state: 'interrupted' }))).toBe('The console ended before it was done');
    const error = { code: 'x', kind: 'terminal' as const, message: 'The disk is full.' };
    expect(resultWords(job({ state: 'failed', error }))).toBe('The disk is full.');
    expect(resultWords(job({ state: 'running' }))).toBe('Beginning');
  });

  it('tells the events that a rebuild reads, as its shares say nothing', () => {
    const progress = { done: 430, total: 1000, perSecond: 35, secondsLeft: 12 };
    expect(progressWords({ kind: 'rebuild', progress })).toBe('43 %, 12 s left');
    expect(progressWords({ kind: 'rebuild', progress: { ...progress, eventsPerSecond: 21_000 } })).toBe(
      '43 %, 21,000 events a second, 12 s left',
    );
  });

  it('tells the rows of an import, as its bytes say nothing', () => {
    const progress = {
      done: 430,
      total: 1000,
      perSecond: 90_000,
      secondsLeft: 12,
      rows: { done: 2100, perSecond: 700 },
    };
    expect(progressWords({ kind: 'import', progress })).toBe('43 %, 2,100 rows, 700 a second, 12 s left');
    const begun = { done: 0, total: 1000, perSecond: null, secondsLeft: null };
    expect(progressWords({ kind: 'import', progress: begun })).toBe('0 %');
  });
});
