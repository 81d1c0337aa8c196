import { z } from 'zod';
import { parsedJson } from './parsed-json.ts';

const sequence = z.number().int().min(0);

const schema = z.object({
  stream: z.string(),
  /** Everything up to it came of the stream and is on the installation's log. */
  read: sequence,
  /** Commands before it are history. */
  commandsFrom: sequence.nullable(),
  /** Everything up to it, on the installation's log, was told; null as long as nothing is. */
  written: sequence.nullable(),
});

/** What the consoles of an installation share about the bridge, whichever of them it is on. */
export type SharedProgress = Readonly<z.output<typeof schema>>;

/** Null for what cannot be read: it is begun anew then, and what is known is passed over. */
export function readSharedProgress(text: string): SharedProgress | null {
  return schema.safeParse(parsedJson(text)).data ?? null;
}
