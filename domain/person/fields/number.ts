import { z } from 'zod';

/** JSON has no negative zero: what is decided on and what is read from the log later must be the same. */
export function number() {
  return z.number().overwrite((value) => value + 0);
}
