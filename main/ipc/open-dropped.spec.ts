import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpenDropped, type OpenDropped } from './open-dropped.ts';
import type { Targets } from './router.ts';

const targets = { query: vi.fn(), engine: vi.fn(), jobs: vi.fn(), console: vi.fn() } satisfies Targets;
let open: OpenDropped;

beforeEach(() => {
  vi.resetAllMocks();
  open = createOpenDropped(targets, vi.fn());
});

describe('a dropped file', () => {
  it('is opened by its path', async () => {
    targets.jobs.mockResolvedValue({ fileId: 'f1', name: 'people.csv', bytes: 7 });
    const reply = await open({ trusted: true, path: '/home/ada/people.csv' });
    expect(reply).toEqual({ ok: true, value: { fileId: 'f1', name: 'people.csv', bytes: 7 } });
    expect(targets.jobs).toHaveBeenCalledWith('import.open', { path: '/home/ada/people.csv' });
  });

  it('is refused from any other sender, with and without a path', async () => {
    for (const path of ['/etc/passwd', '']) {
      expect(await open({ trusted: false, path })).toMatchObject({
        ok: false,
        error: { code: 'sender-refused' },
      });
    }
    expect(targets.jobs).not.toHaveBeenCalled();
  });

  it('without a path is no file', async () => {
    expect(await open({ trusted: true, path: '' })).toMatchObject({
      ok: false,
      error: { code: 'dropped-no-file', kind: 'wrong-use' },
    });
    expect(targets.jobs).not.toHaveBeenCalled();
  });

  it.each([null, undefined, 7, {}, ['/etc/passwd'], 'x'.repeat(5000)])('is no %j', async (path) => {
    expect(await open({ trusted: true, path })).toMatchObject({
      ok: false,
      error: { code: 'input-invalid' },
    });
    expect(targets.jobs).not.toHaveBeenCalled();
  });
});
