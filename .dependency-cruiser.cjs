// Who may import whom. Folder names mean where code runs and what it may know; docs/architecture.md has the picture.

const TEST = '\\.spec\\.(ts|tsx|mjs)$|/testing/|^main/trust/|^e2e/';
const NODE = { dependencyTypes: ['core'] };
const PACKAGE = '(^|/)node_modules/';

/** Everything outside `allowed` (a pattern of paths) is forbidden, packages and Node's own modules included. */
function only(name, comment, { from, fromNot = TEST, allowed, toNot = {} }) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: fromNot },
    to: { pathNot: allowed, ...toNot },
  };
}

function never(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

const everywhere = [
  never(
    'no-cycles',
    'What needs each other belongs together, or one of the two knows too much.',
    {},
    { circular: true },
  ),
  never('resolvable', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
  never(
    'tests-stay-tests',
    'Builders, fakes and suites are for tests; the product does not contain them.',
    { path: '^(domain|main|renderer)/', pathNot: `${TEST}|^renderer/vite` },
    { path: '^(domain|main|renderer|e2e)/.*testing/|\\.spec\\.' },
  ),
  never(
    'test-runners-in-tests',
    'Only tests and what they share may import test runners and generators.',
    { pathNot: `${TEST}|^(bench|scripts)/|\\.config\\.ts$` },
    { path: `${PACKAGE}(vitest|fast-check|@fast-check|playwright|@playwright|@axe-core)(/|$)` },
  ),
  never(
    'one-sqlite',
    'The driver has one home: everybody else goes through a port.',
    { pathNot: '^main/store/sqlite/|^main/trust/|^bench/' },
    { path: `${PACKAGE}(@types/)?better-sqlite3` },
  ),
  never(
    'one-broker',
    'The driver has one home: everybody else goes through a port.',
    { path: '^(domain|main|renderer)/', pathNot: '^main/sync/nats/|\\.spec\\.|/testing/' },
    { path: `${PACKAGE}(nats\\.ws|ws)/` },
  ),
  never(
    'one-electron',
    'The engine and everything around it run without a window, too.',
    {
      path: '^(domain|main|renderer)/',
      pathNot: '^main/boot/|^main/preload/|^main/ipc/electron-transport\\.ts$',
    },
    { path: `${PACKAGE}electron(/|$)|^electron$` },
  ),
];

const domain = [
  only(
    'domain-is-pure',
    'The domain imports itself and the schema library: no clock, no ids, no input or output.',
    {
      from: '^domain/',
      allowed: `^domain/|${PACKAGE}zod/`,
    },
  ),
  only('domain-tests', 'Tests of the domain need no more than a runner and, to compare with, a reference.', {
    from: `^domain/.*(\\.spec\\.ts$|/testing/)`,
    fromNot: '^$',
    allowed: `^domain/|${PACKAGE}(zod|uuid|vitest|fast-check|@fast-check)/`,
  }),
  never(
    'kernel-knows-no-context',
    'The kernel is what contexts are made of.',
    { path: '^domain/kernel/', pathNot: TEST },
    { path: '^domain/(?!kernel/)' },
  ),
  never(
    'contract-has-no-deciders',
    'The contract is loaded by the window: it may reach schemas and words, never what decides or folds.',
    { path: '^domain/contract/', pathNot: TEST },
    { path: '^domain/(registry\\.ts|person/(decide|evolve|upcasters)(/|\\.ts|-))', reachable: true },
  ),
];

const main = [
  only('engine-has-no-adapters', 'The engine sees ports: storage, clock and ids are handed in.', {
    from: '^main/engine/',
    allowed: '^main/engine/|^domain/',
    toNot: { dependencyTypesNot: ['core'] },
  }),
  only('store-is-an-adapter', 'The store knows the domain, its schemas and its driver.', {
    from: '^main/store/',
    allowed: `^main/store/|^domain/|${PACKAGE}(zod/|(@types/)?better-sqlite3)`,
    toNot: { dependencyTypesNot: ['core'] },
  }),
  only(
    'sync-is-an-adapter',
    'Sync sees ports and its driver: what is done with what it brings is the engine’s.',
    {
      from: '^main/sync/',
      allowed: `^main/sync/|^domain/|${PACKAGE}(nats\\.ws|ws|@types/ws)/`,
      toNot: { dependencyTypesNot: ['core'] },
    },
  ),
  only('ipc-knows-the-contract', 'What carries messages knows their form, not what is done with them.', {
    from: '^main/ipc/',
    allowed: `^main/ipc/|^domain/contract/|${PACKAGE}electron/`,
    toNot: { dependencyTypesNot: ['core'] },
  }),
  only('cli-is-a-face', 'The command line puts together what boot composes; it decides nothing.', {
    from: '^main/cli/',
    allowed: `^main/(cli|ipc|store)/|^main/boot/(compose|compose-jobs|actor|log)\\.ts$|^domain/contract/|${PACKAGE}uuid/`,
    toNot: { dependencyTypesNot: ['core'] },
  }),
  only('verify-stands-alone', 'A check that shares code with what it checks repeats its mistakes.', {
    from: '^main/verify/',
    allowed: '^main/verify/|^main/store/sqlite/(open-database|export)\\.ts$|^domain/',
    toNot: { dependencyTypesNot: ['core'] },
  }),
  never(
    'verify-has-its-own-fold',
    'A check that shares code with what it checks repeats its mistakes.',
    { path: '^main/verify/', pathNot: TEST },
    {
      path: '^domain/(projections/|person/(evolve|summary|decide|paths|similarity|undo)(-|/|\\.ts)|person/(evolve-components|relation-target|fields/merge-patch)\\.ts$)',
      reachable: true,
    },
  ),
  never(
    'verify-shares-formats-alone',
    'What a check shares with what it checks is listed in one file, and held by frozen expectations (ADR 19).',
    { path: '^main/verify/', pathNot: `${TEST}|^main/verify/shared-formats\\.ts$` },
    { path: '^domain/(person|projections|import)/' },
  ),
  only('jobs-beside-the-engine', 'Long work reads the log by itself and asks the engine for the rest.', {
    from: '^main/jobs/',
    allowed: `^main/(jobs|store|verify)/|^main/ipc/(console-error|lines)\\.ts$|^domain/|${PACKAGE}(csv-parse|stream-json|stream-chain|iconv-lite|chardet|uuid)/`,
    toNot: { dependencyTypesNot: ['core'] },
  }),
  only('preload-is-thin', 'The preload script passes messages on.', {
    from: '^main/preload/',
    allowed: `^domain/contract/|^main/preload/|${PACKAGE}electron/`,
  }),
  never(
    'preload-loads-no-schemas',
    'Besides the names of the two channels it takes types only.',
    { path: '^main/preload/' },
    {
      path: '^domain/contract/',
      pathNot: '^domain/contract/bridge\\.ts$',
      dependencyTypesNot: ['type-only'],
    },
  ),
  never(
    'boot-is-the-top',
    'Boot puts everything together; nothing below it may know it.',
    { path: '^main/(?!boot/|cli/|demo/|testing/|trust/)', pathNot: TEST },
    { path: '^main/boot/' },
  ),
];

const renderer = [
  never(
    'renderer-knows-the-contract',
    'The window speaks through the contract; it sees neither the domain behind it nor the main process.',
    { path: '^renderer/' },
    { path: '^(domain/(?!contract/)|main/|e2e/|scripts/|bench/)' },
  ),
  never(
    'renderer-has-no-node',
    'The page runs in a sandbox.',
    { path: '^renderer/', pathNot: '^renderer/vite' },
    NODE,
  ),
  never(
    'features-apart',
    'What two features share belongs below them.',
    { path: '^renderer/features/([^/]+)/' },
    { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
  ),
  never(
    'features-below-app',
    'The application mounts features, not the other way round.',
    { path: '^renderer/(features|words|bridge|state|ui)/' },
    { path: '^renderer/app/' },
  ),
  never(
    'ui-is-a-kit',
    'Building blocks know no feature and no engine.',
    { path: '^renderer/(ui|state)/', pathNot: TEST },
    { path: '^renderer/(features|words|bridge)/' },
  ),
  never(
    'words-ask-nobody',
    'What events and data say in words follows from themselves: features share it, and it knows no feature and no engine.',
    { path: '^renderer/words/', pathNot: TEST },
    { path: '^renderer/(features|bridge|state)/' },
  ),
  never(
    'bridge-below-features',
    'The bridge talks to the engine; what is shown is not its business.',
    { path: '^renderer/bridge/', pathNot: TEST },
    { path: '^renderer/(features|words|ui)/' },
  ),
];

const e2e = [
  only(
    'e2e-from-outside',
    'End-to-end tests see what an operator, a script and another system on the broker see. Servers need keys.',
    {
      from: '^e2e/',
      fromNot: '^$',
      allowed: `^e2e/|^domain/contract/|^main/sync/testing/(certificates|operator)\\.ts$|${PACKAGE}(@?playwright|@axe-core|electron|axe-core|nats\\.ws)(/|-)`,
      toNot: { dependencyTypesNot: ['core'] },
    },
  ),
];

const tools = [
  never(
    'product-knows-no-tools',
    'What is shipped, and what tests it from outside, stands without the scripts around it.',
    { path: '^(domain|main|renderer|e2e)/' },
    { path: '^(scripts|bench)/' },
  ),
  only(
    'set-up-needs-nothing',
    'These scripts run before anything is installed, on the Node of the machine.',
    {
      from: '^scripts/.*\\.mjs$',
      // The command line is loaded where a set-up was, on the Node that came with it.
      allowed: '^scripts/.*\\.mjs$|^main/boot/cli\\.ts$',
      toNot: { dependencyTypesNot: ['core'] },
    },
  ),
  only(
    'generators-read-the-domain',
    'What writes code and documents reads schemas, examples and help texts.',
    {
      from: '^scripts/.*\\.ts$',
      allowed: `^scripts/|^domain/|^main/cli/|${PACKAGE}(zod|typescript|uuid)/`,
      toNot: { dependencyTypesNot: ['core'] },
    },
  ),
  only('bench-measures-the-engine', 'Measured is what is shipped, beside the driver alone.', {
    from: '^bench/',
    allowed: `^bench/|^domain/|^main/|^e2e/harness/|${PACKAGE}(uuid|nats\\.ws|ws|(@types/)?(ws|better-sqlite3))/`,
    toNot: { dependencyTypesNot: ['core'] },
  }),
];

module.exports = {
  forbidden: [...everywhere, ...domain, ...main, ...renderer, ...e2e, ...tools],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^bench/baselines/|\\?(raw|url)$' },
    // Types count: knowing a type is knowing its module.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
