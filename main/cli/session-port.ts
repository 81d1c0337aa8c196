import type { Reply } from '../../domain/contract/bridge.ts';

/** An engine to talk to: one of our own, or the running console's over its socket. */
export interface Session {
  readonly kind: 'own' | 'console';
  readonly call: (procedure: string, input: unknown) => Promise<Reply>;
  readonly close: () => Promise<void>;
}
