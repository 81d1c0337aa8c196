import { z } from 'zod';

/** From the root, a drive or a share: a window and a command line do not stand in the same folder. */
const ABSOLUTE = /^(?:\/|[A-Za-z]:[\\/]|\\\\)/u;

/** A file of the operator. A relative name would mean the folder that the answering process happened to start in. */
export const filePathSchema = z
  .string()
  .min(1)
  .max(4000)
  .regex(ABSOLUTE, 'Give the whole path, from the root or a drive.');
