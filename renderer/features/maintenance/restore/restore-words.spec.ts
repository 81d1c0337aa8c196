import { expect, it } from 'vitest';
import type { LogFacts } from '../../../../domain/contract/restore.ts';
import { comparedFacts, installationWarning, stagingWords } from './restore-words.ts';

const backup: LogFacts = {
  events: 1200,
  persons: 30,
  newest: '2026-03-01T12:00:00.000Z',
  installation: null,
};
const ours = { ...backup, installation: 'a' };

it('what a backup holds stands beside what there is, or that this cannot be read', () => {
  const present = { ...ours, events: 1500, newest: null };
  expect(comparedFacts(backup, present, 'UTC')).toMatchObject([
    { name: 'Events', inBackup: '1,200', inPresent: '1,500' },
    { name: 'Persons', inBackup: '30', inPresent: '30' },
    { name: 'Last change', inPresent: 'None' },
    { name: 'Installation', inBackup: 'Never linked', inPresent: 'a' },
  ]);
  expect(comparedFacts(backup, null, 'UTC').map(({ inPresent }) => inPresent)).toEqual(
    Array.from({ length: 4 }, () => 'Cannot be read'),
  );
});

it('what the link will do to it is said, and where it is another’s log', () => {
  expect(installationWarning(backup, backup)).toBeNull();
  expect(installationWarning(backup, null)).toBeNull();
  expect(installationWarning(ours, ours)).toMatch(/comes back/);
  expect(installationWarning(ours, backup)).toMatch(/comes back/);
  expect(installationWarning(backup, ours)).toMatch(/of no installation/);
  expect(installationWarning({ ...ours, installation: 'b' }, ours)).toMatch(/another installation/);
});

it('how far the copying is stands with its size, rate and time left', () => {
  const progress = { done: 3_000_000, total: 12_000_000, perSecond: 1_500_000, secondsLeft: 6 };
  expect(stagingWords(null)).toBe('');
  expect(stagingWords({ step: 'copying', progress })).toBe('Copying 12 MB: 25 %, 1.5 MB a second, 6 s left');
  expect(stagingWords({ step: 'checking', progress })).toBe('All 12 MB are copied. Checking the copy…');
});
