import { describe, expect, it } from 'vitest';
import { isOfOrigin, isTrustedSender, type SenderFrame } from './validate-sender.ts';

const origin = { protocol: 'app:', host: 'console' };
const page: SenderFrame = { url: 'app://console/persons', processId: 4, routingId: 7, parent: null };

describe('sender check', () => {
  it('trusts the top frame of our window on our page', () => {
    expect(isTrustedSender(page, page, origin)).toBe(true);
  });

  it.each([
    ['a frame inside our page', { ...page, parent: {} }],
    ['another frame of the same process', { ...page, routingId: 8 }],
    ['another process', { ...page, processId: 5 }],
    ['another host', { ...page, url: 'app://elsewhere/' }],
    ['another scheme', { ...page, url: 'https://console/' }],
    ['a file', { ...page, url: 'file:///console/index.html' }],
    ['an empty page', { ...page, url: 'about:blank' }],
    ['no address at all', { ...page, url: '' }],
  ])('refuses %s', (_name, sender) => {
    expect(isTrustedSender(sender, page, origin)).toBe(false);
  });

  it('refuses a sender that is gone, and any sender once the window is gone', () => {
    expect([isTrustedSender(null, page, origin), isTrustedSender(page, null, origin)]).toEqual([
      false,
      false,
    ]);
  });
});

describe('origin comparison', () => {
  it.each([
    'app://console.evil/',
    'app://console@evil/',
    'app://user:word@console/',
    'app://consolex/',
    'appx://console/',
    'app:console',
    'javascript:app://console/',
  ])('is not deceived by %s', (url) => {
    expect(isOfOrigin(url, origin)).toBe(false);
  });

  it('tells ports apart', () => {
    const server = { protocol: 'http:', host: 'localhost:5173' };
    expect([
      isOfOrigin('http://localhost:5173/a', server),
      isOfOrigin('http://localhost:5174/a', server),
    ]).toEqual([true, false]);
  });
});
