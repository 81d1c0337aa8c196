import { parentPort, workerData } from 'node:worker_threads';
import { failure } from '../../../domain/contract/errors.ts';
import { VIEWS_AT_LEAST, type ViewsAtLeast } from '../thread-messages.ts';
import { serveThread, type ThreadPort, type ThreadService } from '../thread-server.ts';

/** A thread that does what the tests of supervision need: answer, refuse, hang, push, and die in several ways. */
export type ToyMode = 'serves' | 'cannot-open' | 'cannot-open-for-no-reason' | 'dies-at-once';

const answers: Readonly<Record<string, (input: unknown) => unknown>> = {
  echo: (input) => input,
  later: (input) => new Promise((resolve) => setImmediate(resolve, input)),
  refuse: () => {
    throw failure('conflict', 'version-conflict', 'Somebody was faster.', { head: 3 });
  },
  break: () => {
    throw new Error('secret detail');
  },
  'views.status': () => ({ head: 101, views: [] }),
  [VIEWS_AT_LEAST]: (input) => {
    if ((input as ViewsAtLeast).position > 100)
      throw failure('terminal', 'view-stopped', 'The view stopped before that.');
  },
  hang: () => new Promise(() => undefined),
  'commands.submit': () => new Promise(() => undefined),
  throw: () => {
    setImmediate(() => {
      throw new Error('the thread broke');
    });
    return new Promise(() => undefined);
  },
  exit: () => process.exit(3),
};

const mode = (workerData as { readonly mode: ToyMode }).mode;
if (mode === 'dies-at-once') process.exit(1);

await serveThread(parentPort as unknown as ThreadPort, {
  report: () => undefined,
  open: (push): ThreadService => {
    if (mode === 'cannot-open')
      throw failure('terminal', 'data-folder-in-use', 'Another console uses this folder.');
    if (mode === 'cannot-open-for-no-reason') throw new Error('secret detail');
    return {
      call: (name, input) => {
        if (name === 'push') push({ name: 'views.changed', payload: { view: 'persons' } });
        return answers[name]?.(input);
      },
      // Deaf on request: only termination ends it then.
      close: () => (process.env['TOY_DEAF'] === '1' ? new Promise(() => undefined) : undefined),
    };
  },
});
