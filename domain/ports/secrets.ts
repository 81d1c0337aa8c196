/** `keyring`: guarded by the system, and there after a restart. `memory`: gone with this process. */
export type SecretHome = 'keyring' | 'memory';

/** What connections prove themselves with, by the connection's id. Nothing of it is ever in the log or told to a page. */
export interface Secrets {
  /** Null where none is kept. */
  readonly read: (id: string) => Promise<string | null>;
  readonly keep: (id: string, secret: string) => Promise<void>;
  readonly forget: (id: string) => Promise<void>;
  readonly where: () => Promise<SecretHomes>;
}

export interface SecretHomes {
  /** Where the next one goes. */
  readonly home: SecretHome;
  readonly kept: Readonly<Record<string, SecretHome>>;
}
