import type { Registry } from '../../domain/kernel/registry.ts';
import type { DataFolder } from '../store/data-folder.ts';
import { translateSqliteError } from '../store/sqlite/sqlite-errors.ts';
import { Pacer } from '../verify/pacer.ts';
import { verify } from '../verify/verify.ts';
import type { JobOrder } from './job.ts';

/** The same check as `log.verify`, beside all other work. Its result is the report. */
export function verifyJob(files: DataFolder, registry: Registry): JobOrder {
  return {
    kind: 'verify',
    subject: null,
    work: async ({ signal, progress }) => {
      const now = () => performance.now();
      const pacer = new Pacer(now, progress);
      signal.addEventListener('abort', () => pacer.cancel(), { once: true });
      return verify({ files, registry, pacer, now, translate: translateSqliteError });
    },
  };
}
