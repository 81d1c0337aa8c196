import type { z } from 'zod';

export interface RuleFlaw {
  readonly path: readonly string[];
  readonly message: string;
  /** The refusal's code where it has one of its own instead of `component-invalid`. */
  readonly code?: string;
}

/** Makes a rule over several fields part of a schema, so that forms and decisions share it. */
export function rule<T>(check: (data: T) => RuleFlaw | null) {
  return (data: T, context: z.core.$RefinementCtx): void => {
    const flaw = check(data);
    if (flaw === null) return;
    context.addIssue({
      code: 'custom',
      path: [...flaw.path],
      message: flaw.message,
      input: data,
      ...(flaw.code === undefined ? {} : { params: { code: flaw.code } }),
    });
  };
}

/** The end is not before the start; both are of the same form, so that they compare as text. */
export function inOrder<F extends string, T extends string>(from: F, to: T, what: string) {
  type Range = { readonly [K in F | T]?: string | undefined };
  return rule<Range>((data) => {
    const start = data[from];
    const end = data[to];
    if (start === undefined || end === undefined || end >= start) return null;
    return { path: [to], code: 'end-before-start', message: `${what} must not be before ${start}` };
  });
}
