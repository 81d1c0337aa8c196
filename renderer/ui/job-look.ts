import { Ban, CircleAlert, CircleCheck, RefreshCw, TriangleAlert, Unplug } from 'lucide-react';
import type { Job } from '../../domain/contract/jobs.ts';
import { hasFindings, hasRefused } from './job-words.ts';
import type { Look } from './tone.ts';

const looks: Readonly<Record<Job['state'], Look>> = {
  running: { tone: 'info', icon: RefreshCw, word: 'Running' },
  done: { tone: 'ok', icon: CircleCheck, word: 'Done' },
  cancelled: { tone: 'neutral', icon: Ban, word: 'Cancelled' },
  failed: { tone: 'danger', icon: CircleAlert, word: 'Failed' },
  interrupted: { tone: 'attention', icon: Unplug, word: 'Interrupted' },
};

export function jobLook(job: Job): Look {
  if (hasFindings(job)) return { tone: 'danger', icon: TriangleAlert, word: 'Findings' };
  if (hasRefused(job)) return { tone: 'attention', icon: TriangleAlert, word: 'Done' };
  return looks[job.state];
}
