import { describe, expect, it, vi } from 'vitest';
import { pageSource } from './page-source.ts';
import { mayUse } from './security.ts';

vi.mock('electron', () => ({ app: {}, protocol: {} }));

describe('permissions', () => {
  const shipped = pageSource(true, undefined);

  it('let our own page write to the clipboard, and do nothing else', () => {
    expect(mayUse('clipboard-sanitized-write', shipped.url, shipped)).toBe(true);
    expect(mayUse('clipboard-read', shipped.url, shipped)).toBe(false);
    expect(mayUse('notifications', shipped.url, shipped)).toBe(false);
  });

  it('let no other page do anything', () => {
    expect(mayUse('clipboard-sanitized-write', 'app://other/', shipped)).toBe(false);
    expect(mayUse('clipboard-sanitized-write', 'https://example.org/', shipped)).toBe(false);
    expect(mayUse('clipboard-sanitized-write', '', shipped)).toBe(false);
  });
});
