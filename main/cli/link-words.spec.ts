import { describe, expect, it } from 'vitest';
import type { ConsoleError } from '../../domain/contract/errors.ts';
import { legacyWords } from './link-legacy.ts';
import { linkWords } from './link-words.ts';
import { wordsFor, withNextStep } from './next-step.ts';
import { legacyStatus, linkStatus, requestsStatus } from './testing/statuses.ts';

function error(code: string, message: string, details?: ConsoleError['details']): ConsoleError {
  return { code, kind: 'rejected', message, ...(details && { details }) };
}

const lost = error('link-lost', 'The connection was lost.');

describe('how the link is, in one line', () => {
  it.each([
    [{}, 'Offline, 0 changes to go out'],
    [{ waiting: { commits: 1, oldest: null } }, 'Offline, 1 change to go out'],
    [{ state: 'live' }, 'Live, 0 changes to go out'],
    [{ state: 'catching-up' }, 'Catching up, 0 changes to go out'],
    [{ state: 'catching-up', behind: 1 }, 'Catching up, 1 message behind, 0 changes to go out'],
    [{ state: 'live', behind: 3 }, 'Live, 0 changes to go out'],
    [{ state: 'connecting', error: lost }, 'Connecting, 0 changes to go out. The connection was lost.'],
    [
      { state: 'refused', error: error('installation-begin', 'Nobody has begun.') },
      'Refused, 0 changes to go out. Nobody has begun. You agree by --begin.',
    ],
  ] as const)('%j is said as: %s', (now, words) => {
    expect(linkWords(linkStatus(now))).toBe(words);
  });

  it.each([
    [{ done: 2 }, '. Of other systems: 2 done, 0 not carried out'],
    [
      { refused: 1, conflicts: 1, unreadable: 1, exhausted: 1 },
      '. Of other systems: 0 done, 4 not carried out',
    ],
    [{ error: error('requests-forbidden', 'They are not taken.') }, '. They are not taken.'],
    [
      { done: 1, error: error('requests-forbidden', 'They are not taken.') },
      '. Of other systems: 1 done, 0 not carried out. They are not taken.',
    ],
  ])('what other systems asked for is added where there is something to say: %j', (now, words) => {
    expect(linkWords(linkStatus({ requests: requestsStatus(now) }))).toBe(
      `Offline, 0 changes to go out${words}`,
    );
  });
});

describe('how the bridge to the former system is, in one line', () => {
  const counts = { events: 1, commands: 0, known: 0, own: 0, history: 0, odd: 2 };

  it.each([
    [{}, 'Off, 0 events taken in, 0 not'],
    [{ state: 'standby', counts }, 'On another console, 1 event taken in, 2 not'],
    [{ state: 'reading' }, 'Reading, 0 events taken in, 0 not'],
    [
      { state: 'reading', behind: 1, perSecond: 200, secondsLeft: 1, counts },
      'Reading, 1 message left, 200 a second, 1 second to go, 1 event taken in, 2 not',
    ],
    [{ state: 'live', behind: 5 }, 'Live, 0 events taken in, 0 not'],
    [
      { state: 'waiting', error: lost },
      'Waiting for the link, 0 events taken in, 0 not. The connection was lost.',
    ],
  ] as const)('%j is said as: %s', (now, words) => {
    expect(legacyWords(legacyStatus(now))).toBe(words);
  });
});

describe('what is to be done next', () => {
  it.each([
    ['installation-begin', 'You agree by --begin.'],
    ['installation-join', 'You agree by --join.'],
    ['link-log-lost', 'You agree by --fill.'],
    ['link-not-set', 'That is --nats URL, or --connection NAME for one that is there.'],
  ])('is said for %s with the option that does it', (code, step) => {
    expect(wordsFor(error(code, 'Why.'))).toBe(`Why. ${step}`);
  });

  it.each([
    [{ secret: 'password' }, '--user NAME --password-file FILE'],
    [{ secret: 'token' }, '--token-file FILE'],
    [{ secret: 'seed' }, '--nkey-file FILE'],
    [{ secret: 'credentials' }, '--creds FILE'],
    [undefined, '--creds FILE'],
  ])('is another file for a secret that a window has in the keyring: %j', (details, options) => {
    const words = wordsFor(error('secret-missing', 'It is not kept here.', details));
    expect(words).toContain('Only a window reaches the keyring: open the console on this folder');
    expect(words.endsWith(`by --nats URL ${options}.`)).toBe(true);
  });

  it('is what the failure says itself, everywhere else', () => {
    expect(wordsFor(lost)).toBe(lost.message);
  });

  it('goes with a failure, whose code stays; what is not foreseen stays as it is', async () => {
    const unforeseen = new Error('Unforeseen');
    await expect(withNextStep(() => Promise.reject(unforeseen))).rejects.toBe(unforeseen);
    expect(await withNextStep(() => Promise.resolve(7))).toBe(7);
  });
});
