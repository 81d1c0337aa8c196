import type { z } from 'zod';

/** What is wrong with a field. `path` names it from the outside in, with dots: `contactHours.to`. */
export interface FieldIssue {
  readonly path: string;
  readonly message: string;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'a set of fields',
  record: 'a set of fields',
};

/** An error map for `safeParse`: the library's own words are for programmers. */
export const plainWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return 'Enter a value';
    return issue.input === null
      ? 'Must not be null here: leave the field out'
      : `Must be ${KINDS[issue.expected] ?? issue.expected}`;
  }
  if (issue.code === 'invalid_value') return `Must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_union') return 'Is of none of the kinds that are possible here';
  return undefined;
};

/** One issue per field; a field that nobody knows is an issue of its own. */
export function fieldIssues(error: z.core.$ZodError): FieldIssue[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message: issue.message }];
    return issue.keys.map((key) => ({
      path: [...path, key].join('.'),
      message: 'There is no such field here: take it out',
    }));
  });
}

/** The code that a rule over several fields carries, where that rule is all that is broken. */
export function ruleCode(error: z.core.$ZodError): string | undefined {
  const [issue, ...others] = error.issues;
  if (issue?.code !== 'custom' || others.length > 0) return undefined;
  const code: unknown = issue.params?.code;
  return typeof code === 'string' ? code : undefined;
}
