import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { draftKeyOf, keepOrderDraft, readOrderDraft } from './order-draft.ts';

const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
});
afterEach(() => void vi.unstubAllGlobals());

const key = draftKeyOf({ action: 'archive', target: { selectionId: 's', except: [] } });

it('a text is kept by what is done, whoever is selected; that of an undo apart', () => {
  expect(draftKeyOf({ action: 'archive', target: { personIds: [] } })).toBe(key);
  expect(draftKeyOf({ action: 'deactivate', target: { personIds: [] } })).not.toBe(key);
  const undo = draftKeyOf({ action: 'reactivate', target: { doneBy: 'j' } });
  expect(undo).not.toBe(draftKeyOf({ action: 'reactivate', target: { personIds: [] } }));
});

it('what was typed comes back; an empty text leaves nothing', () => {
  keepOrderDraft(key, 'Left the company');
  expect(readOrderDraft(key)).toBe('Left the company');
  keepOrderDraft(key, ' ');
  expect(stored.size).toBe(0);
  expect(readOrderDraft(key)).toBe('');
});

it('a full storage does not get in the way of typing', () => {
  vi.stubGlobal('localStorage', {
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  expect(() => keepOrderDraft(key, 'Left')).not.toThrow();
});
