import { describe, expect, it } from 'vitest';
import type { BulkAction } from '../../../domain/contract/bulk.ts';
import { bulkUndoOf } from './bulk-undo.ts';

const counts = { total: 5, done: 3, unchanged: 2, refused: 0, notReached: 0 };
const jobOf = (action: BulkAction, more: object) => ({
  jobId: 'j',
  result: { ...counts, action, ...more },
});
const target = { doneBy: 'j' };

describe('what leads back from a change to many', () => {
  it.each([
    ['deactivate', { reason: 'Left' }, { action: 'reactivate', target, count: 3 }],
    ['add-tag', { tag: 'VIP' }, { action: 'remove-tag', target, count: 3, tag: 'VIP' }],
    ['remove-tag', { tag: 'VIP' }, { action: 'add-tag', target, count: 3, tag: 'VIP' }],
  ] as const)('%s is undone for those whom it changed', (action, more, request) => {
    expect(bulkUndoOf(jobOf(action, more), 3)?.request).toEqual(request);
  });

  it.each(['archive', 'reactivate'] as const)('nothing leads back from %s', (action) => {
    expect(bulkUndoOf(jobOf(action, { reason: 'Left' }), 3)).toBeNull();
  });

  it('nor is there anything to undo where nobody was changed, or what was done cannot be read', () => {
    expect(bulkUndoOf(jobOf('add-tag', { tag: 'VIP' }), 0)).toBeNull();
    expect(bulkUndoOf({ jobId: 'j', result: null }, 3)).toBeNull();
  });
});
