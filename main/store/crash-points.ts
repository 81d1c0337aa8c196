/**
 * Every place between two durable steps, in the order in which a process passes them. A test ends the process at
 * each of them and looks at what it finds when the data folder is opened again.
 */
export const CRASH_POINTS = [
  'before-migration-commit',
  'after-migration-commit',
  'after-identity-commit',
  'after-view-tables-commit',
  'after-events',
  'after-commit-row',
  'after-head',
  'before-commit',
  'after-commit',
  'before-view-commit',
  'after-view-commit',
  'after-shadow-tables',
  'after-shadow-commit',
  'after-shadow-index',
  'before-swap-commit',
  'after-swap-commit',
  'after-former-dropped',
  'after-error-cleared',
  'before-skip-commit',
  'after-skip-commit',
  'after-tidy-step',
  'after-tidied',
  'after-operator-commit',
  'backup-copied',
  'backup-linked',
  'backup-in-place',
  'restore-copied',
  'restore-ready',
  'restore-side-files-aside',
  'restore-log-aside',
  'restore-in-place',
  'job-ordered',
  'job-begun',
  'job-items-sent',
  'job-items-settled',
  'job-ended',
] as const;

export type CrashPoint = (typeof CRASH_POINTS)[number];

/** Told of each point as it is passed. A console that people use has none. */
export type CrashHook = (point: CrashPoint) => void;

export const noCrash: CrashHook = () => undefined;
