// The ways in which Vitest, fast-check and Playwright leave a test out, for ESLint's rule no-restricted-syntax.

const LEFT_OUT = '/^(only|skip|skipIf|runIf|todo|fixme)$/';
/** To be expected to fail is another way not to be held to anything; other things may fail by right. */
const EXPECTED_TO_FAIL = '/^fails?$/';
const TEST = '/^(describe|it|test|property)$/';

const selectors = [
  // it.skip, test.describe.only, it.concurrent.skip, context.skip(), test.info().skip(). Views skip events, not tests.
  `MemberExpression[property.name=${LEFT_OUT}]:not([object.name='views'])`,
  `MemberExpression[property.value=${LEFT_OUT}]`,
  `MemberExpression[property.name=${EXPECTED_TO_FAIL}]:matches(${[
    `[object.name=${TEST}]`,
    `[object.object.name=${TEST}]`,
    `[object.callee.object.name=${TEST}]`,
  ].join()})`,
  // ({ skip }) => skip()
  `ObjectPattern > Property[key.name=${LEFT_OUT}]`,
  // it('…', { skip: true }, () => {})
  `CallExpression:matches(${[
    `[callee.name=${TEST}]`,
    `[callee.object.name=${TEST}]`,
    `[callee.callee.object.name=${TEST}]`,
  ].join()}) > ObjectExpression.arguments > Property[key.name=/^(only|skip|todo|fails)$/]`,
];

export const SKIPPED_TESTS = selectors.map((selector) => ({
  selector,
  message: 'Every test runs, on every machine.',
}));
