import type { RestoreProgress } from '../../domain/contract/restore.ts';
import { Meter } from '../jobs/meter.ts';
import type { TellCopied } from '../store/sqlite/backup-copy.ts';

const TELL_EVERY_MS = 200;

/** How far the copying of a backup is, told now and then; once all is copied, that the copy is being checked. */
export function stagingProgress(tell: (progress: RestoreProgress) => void, now: () => number): TellCopied {
  const meter = new Meter(now);
  let told = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    meter.set(done, total);
    const isCopied = done >= total;
    if (!isCopied && now() - told < TELL_EVERY_MS) return;
    told = now();
    tell({ step: isCopied ? 'checking' : 'copying', progress: meter.progress() });
  };
}
