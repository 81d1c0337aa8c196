import { createFormControl } from 'react-hook-form';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { checkWhilePausing, REFUSED } from './use-paused-checks.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function opened() {
  const form = createFormControl<{ email: string }>({
    defaultValues: { email: '' },
    mode: 'onBlur',
    resolver: (values) =>
      values.email.includes('@')
        ? { values, errors: {} }
        : { values: {}, errors: { email: { type: 'wrong', message: 'Not an address' } } },
  });
  const end = checkWhilePausing(form);
  const { onChange } = form.register('email');
  const type = async (value: string): Promise<void> => {
    await onChange({ type: 'change', target: { name: 'email', value } });
    await vi.advanceTimersByTimeAsync(0);
  };
  const refuse = (message: string) => form.setError('email', { type: REFUSED, message });
  return { end, type, refuse, error: () => form.getFieldState('email').error?.message };
}

it('a field complains after a pause, not with the first character', async () => {
  const { type, error } = opened();
  await type('a');
  await vi.advanceTimersByTimeAsync(600);
  await type('an');
  await vi.advanceTimersByTimeAsync(600);
  expect(error()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(100);
  expect(error()).toBe('Not an address');
});

it('it is quiet as soon as it is right', async () => {
  const { type, error } = opened();
  await type('a');
  await vi.advanceTimersByTimeAsync(700);
  await type('a@');
  expect(error()).toBeUndefined();
});

it('what is put right before the pause is over is never complained about, nor what is left', async () => {
  const { end, type, error } = opened();
  await type('a');
  await type('a@');
  await vi.advanceTimersByTimeAsync(700);
  expect(error()).toBeUndefined();
  await type('a');
  end();
  await vi.advanceTimersByTimeAsync(700);
  expect(error()).toBeUndefined();
});

it('what a rule refuses within the pause stands until something else is typed', async () => {
  const { type, refuse, error } = opened();
  await type('a@b');
  refuse('Somebody else has it');
  await vi.advanceTimersByTimeAsync(700);
  expect(error()).toBe('Somebody else has it');
  await type('a@bc');
  expect(error()).toBeUndefined();
});
