import { z } from 'zod';

/** What is looked at, in this order. */
const testStepSchema = z.enum([
  'address',
  'encryption',
  'sign-in',
  'jetstream',
  'log',
  'installation',
  'permissions',
]);
export type TestStep = z.output<typeof testStepSchema>;

/** `attention`: it works, or will once somebody has begun. */
const testOutcomeSchema = z.enum(['good', 'attention', 'bad']);
export type TestOutcome = z.output<typeof testOutcomeSchema>;

export const testFindingSchema = z.object({
  step: testStepSchema,
  outcome: testOutcomeSchema,
  /** Of what is not good. */
  code: z.string().nullable(),
  words: z.string(),
});
export type TestFinding = z.output<typeof testFindingSchema>;

export const connectionTestSchema = z.object({
  /** The worst of what was found. */
  outcome: testOutcomeSchema,
  findings: z.array(testFindingSchema),
});
export type ConnectionTest = z.output<typeof connectionTestSchema>;

export function worstOf(findings: readonly TestFinding[]): TestOutcome {
  const has = (outcome: TestOutcome): boolean => findings.some((finding) => finding.outcome === outcome);
  if (has('bad')) return 'bad';
  return has('attention') ? 'attention' : 'good';
}
