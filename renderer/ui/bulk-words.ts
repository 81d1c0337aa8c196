import { type BulkAction, type BulkCounts, bulkResultSchema } from '../../domain/contract/bulk.ts';
import type { Job } from '../../domain/contract/jobs.ts';
import { formatCount } from './format/number.ts';

/** What a change is called where it is ordered, while it goes on and once it is done. */
interface ActionWords {
  readonly verb: string;
  readonly done: string;
}

const actions: Readonly<Record<BulkAction, ActionWords>> = {
  deactivate: { verb: 'Deactivate', done: 'deactivated' },
  reactivate: { verb: 'Reactivate', done: 'reactivated' },
  archive: { verb: 'Archive', done: 'archived' },
  'add-tag': { verb: 'Tag', done: 'tagged' },
  'remove-tag': { verb: 'Remove tag from', done: 'without the tag now' },
};

export function actionWords(action: BulkAction): ActionWords {
  return actions[action];
}

/** `add-tag:vip` → `Bulk tag “vip”`. */
export function bulkTitle(subject: string): string {
  const colon = subject.indexOf(':');
  const [action, tag] = colon < 0 ? [subject, ''] : [subject.slice(0, colon), subject.slice(colon + 1)];
  const titles: Readonly<Record<string, string>> = {
    deactivate: 'Bulk deactivation',
    reactivate: 'Bulk reactivation',
    archive: 'Bulk archiving',
    'add-tag': `Bulk tag “${tag}”`,
    'remove-tag': `Bulk removal of tag “${tag}”`,
  };
  return titles[action] ?? 'Bulk change';
}

/** `1,530 of 1,537 deactivated, 5 refused, 2 not reached`: numbers, never “some”. */
export function countsWords(action: BulkAction, counts: BulkCounts): string {
  const { total, done, refused, unchanged, notReached } = counts;
  const parts: readonly (readonly [number, string])[] = [
    [refused, 'refused'],
    [unchanged, 'unchanged'],
    [notReached, 'not reached'],
  ];
  const rest = parts.filter(([count]) => count > 0).map(([count, word]) => `${formatCount(count)} ${word}`);
  return [`${formatCount(done)} of ${formatCount(total)} ${actionWords(action).done}`, ...rest].join(', ');
}

export function bulkWords(result: Job['result']): string {
  const parsed = bulkResultSchema.safeParse(result);
  return parsed.success ? countsWords(parsed.data.action, parsed.data) : 'The result cannot be read';
}
