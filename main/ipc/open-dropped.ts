import type { Reply } from '../../domain/contract/bridge.ts';
import type { ProcedureName } from '../../domain/contract/procedures.ts';
import type { Report } from './console-error.ts';
import { createRouter, type Targets } from './router.ts';

/** A file that was dropped on the window, as the preload script found it. */
export interface Dropped {
  readonly trusted: boolean;
  /** Blank where what was dropped is no file of the file system. */
  readonly path: unknown;
}

export type OpenDropped = (dropped: Dropped) => Promise<Reply>;

const isOpen = (name: unknown): name is ProcedureName => name === 'import.open';

const noFile: Reply = {
  ok: false,
  error: {
    code: 'dropped-no-file',
    kind: 'wrong-use',
    message: 'What was dropped is no file on this computer. Save it first, then drop it or choose it.',
  },
};

/** A way of its own for the one procedure with a path: what the page itself may ask does not grow by it. */
export function createOpenDropped(targets: Targets, report: Report): OpenDropped {
  const route = createRouter(targets, report, isOpen);
  return ({ trusted, path }) =>
    trusted && path === ''
      ? Promise.resolve(noFile)
      : route({ trusted, procedure: 'import.open', input: { path } });
}
