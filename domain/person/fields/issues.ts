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

type Issue = Parameters<z.core.$ZodErrorMap>[0];
type IssueOf<C extends string> = Extract<Issue, { readonly code: C }>;

const UNITS: Readonly<Record<string, string>> = { string: ' characters long', array: ' entries' };

function tooSmall({ minimum, inclusive, origin }: IssueOf<'too_small'>): string {
  return `Must be ${inclusive === false ? 'more than' : 'at least'} ${minimum}${UNITS[origin] ?? ''}`;
}

function tooBig({ maximum, inclusive, origin }: IssueOf<'too_big'>): string {
  return `Must be ${inclusive === false ? 'less than' : 'at most'} ${maximum}${UNITS[origin] ?? ''}`;
}

function ofWrongType({ input, expected }: IssueOf<'invalid_type'>): string {
  if (input === undefined) return 'Enter a value';
  if (input === null) return 'Must not be null here: leave the field out';
  return `Must be ${KINDS[expected] ?? expected}`;
}

function wrongKey({ issues }: IssueOf<'invalid_key'>): string {
  const [{ message } = { message: 'Must be a short text' }] = issues;
  return `Choose another key: it ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

const WORDS: { readonly [C in Issue['code']]?: (issue: IssueOf<C>) => string } = {
  invalid_type: ofWrongType,
  invalid_value: ({ values }) => `Must be one of ${values.map(String).join(', ')}`,
  invalid_union: () => 'Is of none of the kinds that are possible here',
  invalid_format: () => 'Is not written as it has to be here',
  invalid_key: wrongKey,
  unrecognized_keys: ({ keys }) => `There is no such field here: take out ${keys.join(', ')}`,
  too_small: tooSmall,
  too_big: tooBig,
};

/** An error map for `safeParse`: the library's own words are for programmers. */
export const plainWords: z.core.$ZodErrorMap = (issue) => {
  const words = WORDS[issue.code] as ((issue: Issue) => string) | undefined;
  return words?.(issue);
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
