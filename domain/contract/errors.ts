import { z } from 'zod';

/**
 * What kind of failure it is, and so what helps: `wrong-use` mend the input, `rejected` a rule of the domain,
 * `conflict` somebody was faster, `retryable` try again, `terminal` needs a person, `bug` ours.
 */
export const errorKindSchema = z.enum(['wrong-use', 'rejected', 'conflict', 'retryable', 'terminal', 'bug']);

/** Every error that crosses a boundary. `code` is stable, `message` says what happened and what to do next. */
export const consoleErrorSchema = z.object({
  code: z.string(),
  kind: errorKindSchema,
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
});

export type ErrorKind = z.output<typeof errorKindSchema>;
export type ConsoleError = z.output<typeof consoleErrorSchema>;

/** Thrown inside the main process, plain data as soon as it crosses a boundary. Recognise it by `code`. */
export class ConsoleFailure extends Error {
  readonly error: ConsoleError;

  constructor(error: ConsoleError, options?: ErrorOptions) {
    super(error.message, options);
    this.name = 'ConsoleFailure';
    this.error = error;
  }
}

export function failure(
  kind: ErrorKind,
  code: string,
  message: string,
  details?: Record<string, unknown>,
): ConsoleFailure {
  return new ConsoleFailure({ code, kind, message, ...(details === undefined ? {} : { details }) });
}
