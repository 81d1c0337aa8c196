import { z } from 'zod';

/**
 * Where a procedure runs: `query` on a read-only connection, `engine` beside the writer, `jobs` where long work goes on,
 * `console` in the window's host.
 */
export type ProcedureKind = 'query' | 'engine' | 'jobs' | 'console';

export interface Procedure<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: ProcedureKind;
  readonly title: string;
  /** The views that a query reads: `atLeast` waits for these. */
  readonly views?: readonly string[];
  /** Further ones that it reads where a field of its input is given. */
  readonly viewsByField?: Readonly<Record<string, readonly string[]>>;
  /** Says where in the file system something is to be done: nothing that a page is trusted with. */
  readonly commandLineOnly?: boolean;
  readonly input: I;
  readonly output: O;
}

export function procedure<I extends z.ZodType, O extends z.ZodType>(
  definition: Procedure<I, O>,
): Procedure<I, O> {
  return definition;
}

export const limit = z.number().int().min(1).max(1000).default(100);
/** An operator sees their own write: answer only once the views have seen this position of the log. */
export const atLeast = z.number().int().min(0).optional();
export const cursor = z.string().max(2000).optional();
