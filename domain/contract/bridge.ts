import type { ConsoleError } from './errors.ts';
import type { Push } from './pushes.ts';

/** What every invocation answers: a value or an error, both plain data. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ConsoleError };

/** The three functions that the preload script puts on `window.personConsole`. Nothing else crosses. */
export interface Bridge {
  readonly invoke: (procedure: string, input: unknown) => Promise<Reply>;
  /** Answers a function that ends the subscription. */
  readonly subscribe: (listener: (push: Push) => void) => () => void;
  /** Opens a `File` that the operator dropped; of anything else it knows no path. Answers as `import.open` does. */
  readonly openDropped: (file: unknown) => Promise<Reply>;
}

export const INVOKE_CHANNEL = 'console:invoke';
export const DROP_CHANNEL = 'console:open-dropped';
export const PUSH_CHANNEL = 'console:push';
