import type { LogFacts, RestoreProgress } from '../../../../domain/contract/restore.ts';
import { formatBytes, formatCount } from '../../../ui/format/number.ts';
import { progressWords } from '../../../ui/job-words.ts';
import { absoluteTime, type TimeFormat } from '../../../ui/format/time.ts';

interface ComparedFact {
  readonly name: string;
  readonly inBackup: string;
  readonly inPresent: string;
}

const UNREADABLE = 'Cannot be read';

/** What a backup holds beside what there is. */
export function comparedFacts(
  backup: LogFacts,
  present: LogFacts | null,
  timeZone: TimeFormat['timeZone'],
): readonly ComparedFact[] {
  const facts: readonly (readonly [string, (log: LogFacts) => string])[] = [
    ['Events', ({ events }) => formatCount(events)],
    ['Persons', ({ persons }) => formatCount(persons)],
    ['Last change', ({ newest }) => (newest === null ? 'None' : absoluteTime(newest, { timeZone }))],
    ['Installation', ({ installation }) => installation ?? 'Never linked'],
  ];
  return facts.map(([name, words]) => ({
    name,
    inBackup: words(backup),
    inPresent: present === null ? UNREADABLE : words(present),
  }));
}

/** What the link has to do with it; null where it has nothing. */
export function installationWarning(backup: LogFacts, present: LogFacts | null): string | null {
  if (present !== null && backup.installation !== present.installation) {
    if (backup.installation === null)
      return 'The backup is of no installation; the present log is linked to one.';
    if (present.installation !== null) return 'The backup is of another installation than the present log.';
  }
  if (backup.installation === null) return null;
  return 'Once the link is open again, what the installation holds beyond the backup comes back.';
}

/** `Copying 1.2 GB: 43 %, 120 MB a second, 6 s left`, or that the copy is being checked; empty while a file is chosen. */
export function stagingWords(now: RestoreProgress | null): string {
  if (now === null) return '';
  const size = formatBytes(now.progress.total ?? now.progress.done);
  if (now.step === 'checking') return `All ${size} are copied. Checking the copy…`;
  return `Copying ${size}: ${progressWords({ kind: 'backup', progress: now.progress })}`;
}
