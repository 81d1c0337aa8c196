// What the compiler and the formatter do not see: promises nobody waits for, cases nobody handles, files and
// functions that grew too long. Import rules between folders are in .dependency-cruiser.cjs.

import { defineConfig } from 'eslint/config';
import node from 'eslint-plugin-n';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { SKIPPED_TESTS } from './scripts/checks/skipped-tests.mjs';

const specs = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.spec.mjs'];
/** Run by tests alone. */
const testCode = [...specs, '**/testing/**', 'e2e/**'];
/** Whoever reads these files asks for a default export. */
const toolConfigs = ['*.config.*', '.*.cjs', 'e2e/playwright.config.ts', 'renderer/vite*.config.ts'];
/** Code that is bundled into the main process. */
const shipped = ['domain/**/*.ts', 'main/**/*.ts'];

/** What the main process may run on; `lib` in the tsconfig of domain/ and main/ says the same of the language. */
const OLDEST_NODE = { version: '>=20.18.1' };
/** Node's types declare them, and no rule about the oldest Node knows them. */
const NOT_IN_OLDEST_NODE = ['AsyncDisposableStack', 'DisposableStack', 'Float16Array', 'SuppressedError'];

const EXPORT_ALL = {
  selector: 'ExportAllDeclaration',
  message: 'Name what is exported: a star export hides what a module offers.',
};
const WHOLE_PREFERENCES = {
  selector: 'CallExpression[callee.name="usePreferences"][arguments.length=0]',
  message: 'Select what is read: whoever reads all preferences is drawn again with each of them.',
};
const SYSTEM_TOOLTIP = {
  selector: 'JSXOpeningElement[name.name=/^([a-z]|Link$)/] > JSXAttribute[name.name="title"]',
  message: 'Give it a data-hint: a title brings up a tooltip of the system.',
};
const NO_CLOCK = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The domain has no clock: the instant comes in with the command.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'The domain has no clock: the instant comes in with the command.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'The domain draws no lots: the same command must give the same events.',
  },
];

/**
 * @param {number} lines
 * @param {number | null} functionLines null: as many as it takes
 * @returns {import('eslint').Linter.RulesRecord}
 */
function limits(lines, functionLines) {
  const counted = { skipBlankLines: true, skipComments: true };
  return {
    'max-lines': ['error', { max: lines, ...counted }],
    'max-lines-per-function': functionLines === null ? 'off' : ['error', { max: functionLines, ...counted }],
  };
}

export default defineConfig(
  {
    ignores: [
      'node_modules/',
      'out/',
      'dist/',
      'coverage/',
      'artifacts/',
      '.cache/',
      // Third-party measurements, kept unchanged.
      'bench/baselines/',
    ],
  },
  {
    files: ['**/*.{ts,tsx,mjs,cjs}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...limits(200, 40),
      complexity: ['error', { max: 8, variant: 'modified' }],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-duplicate-imports': 'error',
      'no-eval': 'error',
      'no-implicit-coercion': ['error', { boolean: false }],
      'no-param-reassign': 'error',
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      'no-restricted-syntax': ['error', EXPORT_ALL],
      'no-var': 'error',
      'no-warning-comments': [
        'error',
        {
          terms: ['c8 ignore', 'v8 ignore', 'istanbul ignore', 'todo', 'fixme', 'xxx'],
          location: 'anywhere',
        },
      ],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // `_` names what is taken out of an object so that the rest remains.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' },
      ],
      // A number in a text is what it looks like; everything else must say how it wants to be read.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Spreading a text takes it apart by code points, which is what is meant where it is done.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `if (x) return refuse();` and `() => close()` are how guards and callbacks are written here.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // An async function without await still turns what is thrown into a rejection, as its type promises.
      '@typescript-eslint/require-await': 'off',
      // There are no enums (the compiler forbids them) and hardly a class: these two looked at every assignment
      // for them, which took half of the time.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
    },
  },
  {
    files: shipped,
    ignores: testCode,
    plugins: { n: node },
    // The rules see no globals that nobody told them of.
    languageOptions: node.configs['flat/recommended-module'].languageOptions ?? {},
    rules: {
      'no-restricted-globals': [
        'error',
        ...NOT_IN_OLDEST_NODE.map((name) => ({
          name,
          message: 'Not in the oldest Node that the main process may run on.',
        })),
      ],
      'n/no-unsupported-features/node-builtins': [
        'error',
        // There, if not yet called stable.
        { ...OLDEST_NODE, ignores: ['Request', 'Response', 'import.meta.dirname'] },
      ],
      'n/no-unsupported-features/es-builtins': ['error', OLDEST_NODE],
      'n/no-unsupported-features/es-syntax': ['error', OLDEST_NODE],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: testCode,
    rules: { 'no-restricted-syntax': ['error', EXPORT_ALL, WHOLE_PREFERENCES, SYSTEM_TOOLTIP] },
  },
  {
    files: testCode,
    rules: { 'no-restricted-syntax': ['error', EXPORT_ALL, ...SKIPPED_TESTS] },
  },
  {
    files: ['domain/**/*.ts'],
    ignores: specs,
    rules: { 'no-restricted-syntax': ['error', EXPORT_ALL, ...NO_CLOCK, ...SKIPPED_TESTS] },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      // Mark-up and forms have a default for what they do not tell apart; decisions have none.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A redirect is thrown: that is how the router is told.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: 'Redirect' }] },
      ],
      // About the React compiler, which is not used.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    // A component's mark-up is one long expression, and every `&&` in it counts as a branch. What a component
    // computes belongs into functions of their own, which stay short.
    files: ['**/*.tsx'],
    rules: { ...limits(250, 80), complexity: ['error', { max: 12, variant: 'modified' }] },
  },
  {
    files: specs,
    rules: limits(400, null),
  },
  {
    files: toolConfigs,
    rules: { 'no-restricted-exports': 'off', 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: ['.*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
);
