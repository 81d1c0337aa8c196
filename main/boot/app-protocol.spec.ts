import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAppHandler } from './app-protocol.ts';

const folder = mkdtempSync(join(tmpdir(), 'app-protocol-'));
const root = join(folder, 'renderer');
const handle = createAppHandler(root);

function get(url: string): Promise<Response> {
  return handle(new Request(url));
}

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.js'), 'secret');
  writeFileSync(join(root, 'index.html'), '<!doctype html>page');
  writeFileSync(join(root, 'assets', 'main-1a.js'), 'script');
  writeFileSync(join(root, 'assets', 'inter.woff2'), 'font');
  writeFileSync(join(root, 'assets', 'tool.exe'), 'MZ');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('app:// protocol', () => {
  it.each([
    ['app://console/', 'text/html; charset=utf-8', '<!doctype html>page'],
    ['app://console/index.html', 'text/html; charset=utf-8', '<!doctype html>page'],
    ['app://console/persons/0190?tab=timeline', 'text/html; charset=utf-8', '<!doctype html>page'],
    ['app://console/assets/main-1a.js', 'text/javascript; charset=utf-8', 'script'],
    ['app://console/assets/inter.woff2', 'font/woff2', 'font'],
  ])('serves %s as %s', async (url, type, body) => {
    const response = await get(url);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      type,
      body,
    ]);
  });

  it.each(['app://console/', 'app://console/missing.js', 'app://elsewhere/'])(
    'sends the policy and nosniff with every answer: %s',
    async (url) => {
      const { headers } = await get(url);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|http|data:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it.each([
    ['app://elsewhere/index.html', 404],
    ['app://console/assets/missing.js', 404],
    ['app://console/assets/tool.exe', 404],
    ['app://console/../secret.js', 404],
    ['app://console/..%2fsecret.js', 400],
    ['app://console/assets/..%2f..%2fsecret.js', 400],
    ['app://console/%2e%2e%2fsecret.js', 400],
    ['app://console/..%5csecret.js', 400],
    ['app://console/a%00.js', 400],
    ['app://console/%e0%a4%a.js', 400],
    ['app://console//etc/passwd.txt', 404],
  ])('never leaves its folder: %s is answered %i', async (url, status) => {
    const response = await get(url);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('secret');
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD'])('refuses %s', async (method) => {
    const response = await handle(new Request('app://console/', { method }));
    expect(response.status).toBe(405);
  });
});
