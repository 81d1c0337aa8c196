import { describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../domain/contract/commands.ts';
import { failure } from '../../domain/contract/errors.ts';
import { submitSurely } from './submit-surely.ts';

const outcome: Outcome = { commandId: 'c', status: 'accepted', streamId: 's', version: 1, events: [] };
const stopped = failure('retryable', 'engine-stopped', 'The engine stopped before it answered.');
const full = failure('retryable', 'disk-full', 'The disk is full.');

describe('a command whose outcome is unknown', () => {
  it('is sent again', async () => {
    const send = vi.fn().mockRejectedValueOnce(stopped).mockResolvedValueOnce(outcome);
    const again = vi.fn();
    expect(await submitSurely(send, again)).toBe(outcome);
    expect(again).toHaveBeenCalledTimes(1);
  });

  it('is left to the operator where the engine ends over it again and again', async () => {
    const send = vi.fn().mockRejectedValue(stopped);
    await expect(submitSurely(send, vi.fn())).rejects.toBe(stopped);
    expect(send).toHaveBeenCalledTimes(3);
  });
});

it('a failure that says what happened is told at once', async () => {
  const send = vi.fn().mockRejectedValue(full);
  await expect(submitSurely(send, vi.fn())).rejects.toBe(full);
  expect(send).toHaveBeenCalledTimes(1);
});
