import type { VerifyReport } from '../../domain/contract/views.ts';
import { failure } from '../../domain/contract/errors.ts';
import { Pacer } from './pacer.ts';
import { verify, type VerifyOptions } from './verify.ts';

export interface Verifier {
  /** Throws `verify-running`: one check at a time is what a disk should bear. */
  readonly run: () => Promise<VerifyReport>;
  /** Ends a check that is under way and waits until its connections are closed. */
  readonly stop: () => Promise<void>;
}

export function createVerifier(options: Omit<VerifyOptions, 'pacer'>): Verifier {
  let running: { readonly pacer: Pacer; readonly report: Promise<VerifyReport> } | null = null;
  const run = async (): Promise<VerifyReport> => {
    if (running !== null) {
      throw failure(
        'rejected',
        'verify-running',
        'The log is being checked already. Wait for that check to end.',
      );
    }
    const pacer = new Pacer(options.now);
    running = { pacer, report: verify({ ...options, pacer }) };
    try {
      return await running.report;
    } finally {
      running = null;
    }
  };
  const stop = async (): Promise<void> => {
    running?.pacer.cancel();
    await running?.report.catch(() => undefined);
  };
  return { run, stop };
}
