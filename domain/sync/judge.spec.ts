import { describe, expect, it } from 'vitest';
import { judge, type Known } from './judge.ts';

const known: Known = {
  head: 'a',
  isOwn: false,
  isWaiting: false,
  confirmedAt: null,
  isIdTaken: false,
  isIdHeld: false,
  isCommandDone: false,
};
const commit = { commitId: 'b', predecessor: 'a' } as never;

describe('what becomes of a message', () => {
  it.each([
    ['the next one of somebody else', known, 'others'],
    ['the next one of ours', { ...known, isOwn: true, isWaiting: true }, 'own'],
    ['ours out of turn', { ...known, isWaiting: true }, 'others'],
    ['one that was taken in under this number', { ...known, confirmedAt: 7 }, 'seen'],
    ['one that was taken in under another number', { ...known, confirmedAt: 3 }, 'repeated'],
    ['one that follows something else', { ...known, head: 'x' }, 'predecessor'],
    ['one that follows where nothing is', { ...known, head: null }, 'predecessor'],
    ['one whose command was done', { ...known, isCommandDone: true }, 'command-repeated'],
    [
      'ours that follows something else',
      { ...known, head: 'x', isOwn: true, isWaiting: true },
      'predecessor',
    ],
  ])('%s', (_what, what, expected) => {
    const verdict = judge(commit, 7, what);
    expect(verdict.kind === 'void' ? verdict.reason : verdict.kind).toBe(expected);
  });
});
