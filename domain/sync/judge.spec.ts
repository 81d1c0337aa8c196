import { describe, expect, it } from 'vitest';
import { judge, type Known } from './judge.ts';

const headAt = (commitId: string) => ({ key: 1, version: 1, position: 1, commitId });

const known: Known = {
  isOwn: false,
  head: headAt('a'),
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
    ['one that follows something else', { ...known, head: headAt('x') }, 'predecessor'],
    ['one that follows where nothing is', { ...known, head: null }, 'predecessor'],
    ['one whose command was done', { ...known, isCommandDone: true }, 'command-repeated'],
  ])('%s', (_what, what, expected) => {
    const verdict = judge(commit, 7, what);
    expect(verdict.kind === 'void' ? verdict.reason : verdict.kind).toBe(expected);
  });
});
