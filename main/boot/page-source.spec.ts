import { describe, expect, it } from 'vitest';
import { developmentPolicy } from './csp.ts';
import { mayLoad, pageSource } from './page-source.ts';

const shipped = pageSource(false, undefined);
const developing = pageSource(false, 'http://localhost:5173');

describe('source of the page', () => {
  it('is the shipped page', () => {
    expect(shipped).toEqual({
      url: 'app://console/',
      origin: { protocol: 'app:', host: 'console' },
      server: null,
    });
  });

  it('is the development server while developing', () => {
    expect(developing).toMatchObject({
      url: 'http://localhost:5173/',
      origin: { protocol: 'http:', host: 'localhost:5173' },
    });
  });

  it.each([
    [true, 'http://localhost:5173'],
    [false, 'http://evil.example:5173'],
    [false, 'https://localhost.evil.example'],
    [false, 'file:///tmp/page.html'],
    [false, 'nonsense'],
  ])('cannot be turned elsewhere (packaged: %s, address: %s)', (packaged, address) => {
    expect(pageSource(packaged, address)).toEqual(shipped);
  });
});

describe('what the page may load', () => {
  it.each([
    ['app://console/assets/a.js', true],
    ['app://elsewhere/a.js', false],
    ['https://example.org/', false],
    ['http://localhost:5173/', false],
    ['file:///etc/passwd', false],
    ['data:text/html,x', false],
    ['devtools://devtools/bundled/x.js', true],
    ['nonsense', false],
  ])('shipped: %s %s', (url, allowed) => {
    expect(mayLoad(url, shipped)).toBe(allowed);
  });

  it.each([
    ['http://localhost:5173/app/main.tsx', true],
    ['ws://localhost:5173/', true],
    ['data:image/png;base64,x', true],
    ['http://localhost:9999/', false],
    ['https://example.org/', false],
  ])('developing: %s %s', (url, allowed) => {
    expect(mayLoad(url, developing)).toBe(allowed);
  });

  it('relaxes the policy for hot reload only as far as the server needs', () => {
    const policy = developmentPolicy(new URL('http://localhost:5173'));
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self' ws://localhost:5173");
    expect(policy).not.toContain('unsafe-eval');
  });
});
