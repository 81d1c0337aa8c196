import { nkeys as untyped } from 'nats.ws';

/** An ed25519 key as NATS writes it. */
export interface KeyPair {
  readonly getPublicKey: () => string;
  readonly getSeed: () => Uint8Array<ArrayBuffer>;
  readonly sign: (said: Uint8Array) => Uint8Array;
}

interface Nkeys {
  /** Throws where it is no seed. */
  readonly fromSeed: (seed: Uint8Array) => KeyPair;
  readonly createUser: () => KeyPair;
  readonly createAccount: () => KeyPair;
  readonly createOperator: () => KeyPair;
}

/** The driver brings its keys without types. */
export const nkeys = untyped as Nkeys;
