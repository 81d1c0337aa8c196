import { randomFillSync } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { fromBlob } from '../store/sqlite/uuid-blob.ts';

// Asking for 16 random bytes at a time costs four times as much as the id itself.
const POOL_BYTES = 16_384;
const ID_BYTES = 16;

/** Time-ordered ids (UUIDv7): those of one process never go backwards, not even where the clock does. */
export function createNewId(now: () => number = Date.now): () => string {
  const pool = new Uint8Array(POOL_BYTES);
  const bytes = new Uint8Array(ID_BYTES);
  const id = Buffer.alloc(ID_BYTES);
  let taken = POOL_BYTES;
  let msecs = 0;
  let seq = 0;
  const randomise = (): void => {
    if (taken === POOL_BYTES) {
      randomFillSync(pool);
      taken = 0;
    }
    for (let index = 0; index < ID_BYTES; index += 1) bytes[index] = pool[taken + index] ?? 0;
    taken += ID_BYTES;
  };
  return () => {
    randomise();
    const time = now();
    if (time > msecs) {
      msecs = time;
      // Half of the counter's room is left to count in.
      seq = ((bytes[6] ?? 0) << 16) | ((bytes[7] ?? 0) << 8) | (bytes[8] ?? 0);
    } else {
      seq += 1;
    }
    uuidv7({ random: bytes, msecs, seq }, id);
    return fromBlob(id);
  };
}

export const newId = createNewId();
