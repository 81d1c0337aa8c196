import type { Job } from '../../domain/contract/jobs.ts';

const MINUTE = 60_000;

function job(number: number, changes: Partial<Job>): Job {
  const startedAt = Date.now() - number * 37 * MINUTE;
  return {
    jobId: `job-${number}`,
    kind: 'verify',
    subject: null,
    state: 'done',
    startedAt: new Date(startedAt).toISOString(),
    startedBy: 'Grace Hopper',
    endedAt: new Date(startedAt + 12_400).toISOString(),
    progress: { done: 1, total: 1, perSecond: null, secondsLeft: null },
    result: null,
    error: null,
    ...changes,
  };
}

const inOrder = {
  ok: true,
  events: 13_602,
  commits: 13_602,
  streams: 537,
  persons: 537,
  unknownEvents: 0,
  supersededEvents: 0,
  redactedEvents: 0,
  checks: [{ check: 'positions', ok: true, findings: 0 }],
  findings: [],
  unlisted: 0,
  seconds: 1.3,
};
const finding = (position: number) => ({
  code: 'position-gap',
  message: `After position ${position} the log goes on at ${position + 2}: events are missing.`,
});

/** Long work in each state that it can end in. */
export const someJobs: readonly Job[] = [
  job(0, {
    state: 'running',
    endedAt: null,
    progress: { done: 430, total: 1000, perSecond: 21_000, secondsLeft: 12 },
  }),
  job(1, { kind: 'export', subject: '/home/operator/events.jsonl', result: { events: 13_602, bytes: 9e6 } }),
  job(2, { kind: 'rebuild', subject: 'search', state: 'cancelled' }),
  job(3, {
    kind: 'backup',
    subject: '/media/stick/person-console 2026-11-25.backup',
    state: 'failed',
    error: { code: 'disk-full', kind: 'retryable', message: 'The disk with /media/stick is full.' },
  }),
  job(4, {
    result: {
      ...inOrder,
      ok: false,
      checks: [{ check: 'positions', ok: false, findings: 2 }],
      findings: [finding(41), finding(97)],
    },
  }),
  job(5, { result: inOrder }),
  job(6, { kind: 'export', subject: '/home/operator/all.jsonl', state: 'interrupted' }),
];
